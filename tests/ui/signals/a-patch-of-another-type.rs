use starmark::prelude::*;

#[derive(Signals)]
struct Ui {
    open: bool,
}

#[derive(Signals)]
struct Page {
    count: i64,
    draft: Option<String>,
    ui: Ui,
}

fn main() {
    let s = Page::signals();
    let _ = patch!(s.count = "five", s.ui.open = true);
    let _ = patch!(s.ui.open = 1);
    let _ = patch!(s.count = 1.5);
    let _ = patch!(s.draft = Some(1));
}
