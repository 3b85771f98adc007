use starmark::prelude::*;

#[derive(Signals)]
struct Ui {
    open: bool,
}

#[derive(Signals)]
struct Page {
    count: i64,
    ui: Ui,
}

fn main() {
    let s = Page::signals();
    let _ = html! { p data-text=(s.cuont) data-show=(s.ui.opne) {} };
    let _ = patch!(s.cuont = 1);
}
