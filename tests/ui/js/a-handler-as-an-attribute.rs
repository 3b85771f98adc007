use starmark::prelude::*;

#[derive(Signals)]
struct Page {
    code: String,
}

fn main() {
    let s = Page::signals();
    let _ = html! { button data-attr:onclick=(s.code) { "Save" } };
    let _ = html::button().data_attr(html::button::onclick, s.code);
}
