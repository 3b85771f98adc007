use starmark::prelude::*;

#[derive(Signals)]
struct Counter {
    count: i64,
}

fn main() {
    let s = Counter::signals();
    let _ = html! { p data-show=js!(s.count) {} };
}
