use starmark::data::event::interface::MouseEvent;
use starmark::prelude::*;

#[derive(Signals)]
struct Counter {
    query: String,
}

fn main() {
    let s = Counter::signals();
    let _ = js!(|evt: MouseEvent| s.query = evt.key);
}
