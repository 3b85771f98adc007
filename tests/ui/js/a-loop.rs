use starmark::prelude::*;

#[derive(Signals)]
struct Counter {
    count: i64,
    tags: Vec<String>,
}

fn main() {
    let s = Counter::signals();
    let _ = js!(for tag in s.tags { s.count += 1; });
}
