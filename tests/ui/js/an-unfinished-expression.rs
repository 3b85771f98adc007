use starmark::prelude::*;

#[derive(Signals)]
struct Counter {
    count: i64,
}

fn main() {
    let s = Counter::signals();
    let _ = js!(s.count +);
}
