use starmark::data::event::{self, interface::KeyboardEvent};
use starmark::html::button;
use starmark::prelude::*;

#[derive(Signals)]
struct Counter {
    query: String,
}

fn main() {
    let s = Counter::signals();
    let _ = button().data_on(event::click(), js!(|evt: KeyboardEvent| s.query = evt.key));
}
