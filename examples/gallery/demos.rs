//! All demos of the gallery, one line and one file each.
//!
//! To add one, write `demos/my_demo.rs` with a handler `page` and a function `routes`:
//!
//! ```text
//! // region: page
//! #[route(get "/my-demo")]
//! pub(crate) async fn page(gallery: Gallery) -> impl IntoResponse {
//!     gallery.page(html! { … })       // the policy, the sidebar, the title and the source stand around it
//! }
//! // endregion
//!
//! pub(super) fn routes() -> Router {
//!     routes![page]                   // and all others of the demo, under `/my-demo/`
//! }
//! ```
//!
//! Then add its line below, with the regions that stand beside it, in that order, and a test in
//! `tests/browser/tests/gallery/my_demo.rs`. States of the server (`#[derive(State)]`) are named behind `keeps`; two demos
//! cannot have states of the same name. Files of JavaScript and CSS stand in the same folder, with regions, too: the former
//! are served by a route of the demo, in `Gallery::page_with`, the latter become part of the gallery's style by themselves.
//!
//! The macro declares the modules, where `cargo fmt` does not look: `rustfmt examples/gallery/demos/*.rs` formats them.

use crate::demo::demos;

demos! {
    active_search "Active search":
        "The list narrows while you type. A pause of 200 ms sends the signal, and the rows come back as a fragment.",
        ["page", "search"];
    animations "Animations":
        "CSS does what moves; the server says what is. A patch can ask for a view transition.",
        ["page", "colours", "view transition", "coming and going", "under way", "style" in "animations.css"];
    bad_apple "Bad apple":
        "Twenty-five times a second, the whole picture as markup: the client morphs it, and compression makes it small.",
        ["page", "torus", "style" in "bad_apple.css"];
    bulk_update "Bulk update":
        "Checkboxes that share one signal, a list, and one request that changes all rows that are chosen.",
        ["members", "page"], keeps Members;
    click_to_edit "Click to edit":
        "A card that turns into a form, and back. The contact is a state of your session.",
        ["contact", "views", "page"], keeps Contact;
    click_to_load "Click to load":
        "One answer appends rows, and replaces the button by one that asks for the next.",
        ["page", "more"];
    counter "Counter":
        "One of your session, the same in all of your tabs, and one of everybody: both are states of the server.",
        ["states", "page"], keeps Mine, Ours;
    custom_event "Custom event":
        "The server dispatches an event of your own in the page, with any data; elements listen to it like to a click.",
        ["server", "page"];
    custom_plugin "Custom plugin":
        "An attribute and an action that Datastar does not have: some JavaScript, and a row that makes Rust know them.",
        ["plugin", "page", "script" in "custom_plugin.js"];
    dbmon "DBmon":
        "The classic benchmark: a hundred cells that may all be new in the next frame. The server draws the whole table.",
        ["page", "frames", "dice", "style" in "dbmon.css"];
    delete_row "Delete row":
        "A question of the browser before the request; then the row is gone, for this session.",
        ["guests", "page"], keeps Guests;
    edit_row "Edit row":
        "A row that turns into a form while the others wait. Enter saves, Escape does not.",
        ["team", "page"], keeps Team;
    event_bubbling "Event bubbling":
        "One listener around twelve buttons: which one it was says a data attribute, of which Rust knows the type.",
        ["page", "style" in "event_bubbling.css"];
    file_upload "File upload":
        "Files are a signal like any other, and come to the server with the rest of them.",
        ["page", "upload"];
    form_data "Form data":
        "A form that is sent as forms are, and read as axum reads them; signals stay at home.",
        ["page", "handlers"];
    infinite_scroll "Infinite scroll":
        "The end of the list asks for more when it comes into view.",
        ["page", "more"];
    inline_validation "Inline validation":
        "The server checks the form while you type, with the same rules as when it is sent.",
        ["rules", "requests", "page"];
    lazy_load "Lazy load":
        "The page is there at once; what takes its time asks for itself, and takes its own place.",
        ["page", "chart"];
    lazy_tabs "Lazy tabs":
        "Each tab comes when it is asked for: the answer is the whole set of tabs, and only what differs changes.",
        ["tabs", "requests"];
    live_examples "Live examples":
        "Small sites of one file each: states, sessions, chats, background work. They run beside this page.",
        ["page"];
    #[cfg(feature = "pro")]
    match_media "Match media":
        "Signals that say what media queries say. An attribute of Datastar Pro, checked as all others are.",
        ["page"];
    on_signal_patch "On signal patch":
        "Code that runs when signals change, by the page or by the server; a filter says which ones.",
        ["page", "server"];
    progress_bar "Progress bar":
        "The server sends the ring as it closes: one stream, which ends when the work is done.",
        ["page", "work"];
    progressive_load "Progressive load":
        "One request, and the parts of the answer come as they are ready.",
        ["page", "load"];
    sortable "Sortable":
        "A library of JavaScript does the dragging, and says what it did by an event; the order is a state of your session.",
        ["order", "page", "script" in "sortable.js", "library"], keeps Order;
    svg_morphing "SVG morphing":
        "Parts of a drawing are patched like any element, in the namespace of SVG; CSS moves what has changed.",
        ["page", "shape", "sun"];
    title_update "Title update":
        "A patch for the title of the page, every second.",
        ["page", "clock"];
    todo_mvc "TodoMVC":
        "The to-do list that every framework has: add, check, double-click to change, filter. All tabs follow.",
        ["list", "events", "page", "views"], keeps TodoMvc;
    web_component "Web component":
        "A custom element with a row of its own: signals go in as attributes, and come out by events.",
        ["declaration", "page", "element" in "web_component.js"];
}

#[cfg(test)]
mod tests {
    use super::DEMOS;

    #[test]
    fn every_region_is_in_its_file() {
        for demo in DEMOS {
            assert!(!demo.sources.is_empty(), "{} shows no source", demo.title);
            for source in demo.sources {
                let code = source.code();
                assert!(
                    code.is_some_and(|code| !code.trim().is_empty()),
                    "{} has no `// region: {}` with an `// endregion`",
                    source.name,
                    source.region
                );
            }
        }
    }

    #[test]
    fn every_region_is_shown() {
        for demo in DEMOS {
            for source in demo.sources {
                for region in source.regions() {
                    let is_shown =
                        |it: &crate::source::Source| it.name == source.name && it.region == region;
                    assert!(
                        demo.sources.iter().any(is_shown),
                        "{}: `{region}` is not shown",
                        source.name
                    );
                }
            }
        }
    }

    #[test]
    fn no_two_demos_have_the_same_address() {
        let mut paths: Vec<_> = DEMOS.iter().map(|demo| demo.path).collect();
        paths.sort_unstable();
        paths.dedup();
        assert_eq!(paths.len(), DEMOS.len());
    }
}
