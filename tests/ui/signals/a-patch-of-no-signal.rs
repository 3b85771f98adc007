use starmark::prelude::*;

#[derive(Signals)]
struct Page {
    count: i64,
}

fn main() {
    let (s, count) = (Page::signals(), 5);
    let _ = patch!(count = 5);
    let _ = patch!(s.count);
    let _ = patch!(s.count == 5);
    let _ = patch!(delete(s.count));
    let _ = patch!(remove(count));
}
