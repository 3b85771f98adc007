// region: element
class ReverseText extends HTMLElement {
    static observedAttributes = ["text"];

    // Says its text backwards, as an event.
    attributeChangedCallback(name, before, text) {
        const reversed = [...(text ?? "")].reverse().join("");
        this.dispatchEvent(new CustomEvent("reverse", { detail: { reversed } }));
    }
}

customElements.define("reverse-text", ReverseText);
// endregion
