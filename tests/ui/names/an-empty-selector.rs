use starmark::sse::Selector;

const TARGET: Selector = Selector::new("");

fn main() {
    let _ = TARGET;
}
