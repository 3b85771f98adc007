use starmark::prelude::*;

#[derive(Signals)]
struct Counter {
    query: String,
}

fn main() {
    let s = Counter::signals();
    let _ = html! { button data-on:click=js!(s.query = evt.key) {} };
}
