use starmark::prelude::*;

#[derive(Signals)]
struct Counter {
    count: i64,
    open: bool,
}

fn main() {
    let s = Counter::signals();
    let _ = html! { p data-text=js!(s.count = 1; s.open = true) {} };
}
