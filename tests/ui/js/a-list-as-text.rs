use starmark::html::p;
use starmark::prelude::*;

#[derive(Signals)]
struct Counter {
    tags: Vec<String>,
}

fn main() {
    let s = Counter::signals();
    let _ = p().data_text(js!(s.tags));
}
