use starmark::prelude::*;

#[derive(Signals)]
struct Counter {
    query: String,
}

fn main() {
    let s = Counter::signals();
    let _ = s.query.toggle();
}
