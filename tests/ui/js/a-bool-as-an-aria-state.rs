use starmark::prelude::*;

#[derive(Signals)]
struct Page {
    open: bool,
}

fn main() {
    let s = Page::signals();
    let _ = html! { button data-attr:aria-expanded=(s.open) { "More" } };
    let _ = html::button().data_attr(html::button::aria_expanded, s.open);
}
