use starmark::html::p;
use starmark::prelude::*;

#[derive(Signals)]
struct Counter {
    open: bool,
}

fn main() {
    let s = Counter::signals();
    let _ = p().data_style(property!("color"), js!(s.open));
}
