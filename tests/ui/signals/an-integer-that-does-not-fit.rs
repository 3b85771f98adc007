use starmark::prelude::*;

#[derive(Signals)]
struct Page {
    count: i8,
}

fn main() {
    let s = Page::signals();
    let _ = patch!(s.count = 300);
}
