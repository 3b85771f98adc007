use starmark::prelude::*;

#[derive(Signals)]
struct Counter {
    tags: Vec<String>,
}

fn main() {
    let s = Counter::signals();
    let _ = js!(s.tags == s.tags);
}
