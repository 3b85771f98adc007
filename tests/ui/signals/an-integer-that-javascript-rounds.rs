use starmark::prelude::*;

#[derive(Signals)]
struct Page {
    id: u64,
    delta: i64,
}

fn main() {
    let s = Page::signals();
    let _ = patch!(s.id = 9007199254740993);
    let _ = patch!(s.id = 9_007_199_254_740_991, s.delta = -(0x20_0000_0000_0000));
}
