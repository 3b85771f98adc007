use starmark::prelude::*;

#[derive(Signals)]
struct Counter {
    open: bool,
}

fn main() {
    let s = Counter::signals();
    let _ = js!(s.open = 3);
}
