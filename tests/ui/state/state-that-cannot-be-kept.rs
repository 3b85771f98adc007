use starmark::prelude::*;

#[derive(Clone, Default, Signals, State)]
struct Counter {
    count: i64,
}

fn main() {}
