use starmark::prelude::*;

#[derive(Signals)]
struct Page {
    busy: bool,
}

fn main() {
    let s = Page::signals();
    let _ = html! { button data-attr:disbled=(s.busy) { "Save" } };
    let _ = html! { p data-attr:disabled=(s.busy) { "Saved" } };
}
