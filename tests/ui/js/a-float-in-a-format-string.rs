use starmark::prelude::*;

#[derive(Signals)]
struct Counter {
    ratio: f64,
}

fn main() {
    let s = Counter::signals();
    let _ = js!(format!("{}", s.ratio));
}
