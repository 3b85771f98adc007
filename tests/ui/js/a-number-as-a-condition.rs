use starmark::prelude::*;

#[derive(Signals)]
struct Counter {
    count: i64,
    open: bool,
}

fn main() {
    let s = Counter::signals();
    let _ = js!(s.count && s.open);
}
