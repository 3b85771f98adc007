// region: script
// SortableJS may come now or later, or never: then the page goes on saying that it is not here.
const library = document.querySelector("#library");

function start() {
    document.querySelector("#waiting").remove();
    new Sortable(document.querySelector("#order"), {
        animation: 150,
        // The same with a mouse and with a finger.
        forceFallback: true,
        onEnd: ({ item, oldIndex: from, newIndex: to }) =>
            item.parentElement.dispatchEvent(new CustomEvent("reordered", { detail: { from, to } })),
    });
}

if (window.Sortable) start();
else library.addEventListener("load", start);
// endregion
