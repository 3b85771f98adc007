use starmark::prelude::*;

#[derive(Signals)]
struct Page {
    state: String,
}

fn main() {
    let s = Page::signals();
    let _ = html! { button data-attr:disabled=(s.state) { "Save" } };
    let _ = html::button().data_attr(html::button::disabled, s.state);
}
