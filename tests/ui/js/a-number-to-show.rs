use starmark::html::p;
use starmark::prelude::*;

#[derive(Signals)]
struct Counter {
    count: i64,
}

fn main() {
    let s = Counter::signals();
    let _ = p().data_show(js!(s.count));
}
