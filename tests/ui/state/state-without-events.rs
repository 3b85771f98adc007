use serde::{Deserialize, Serialize};
use starmark::prelude::*;
use starmark::state::States;

#[derive(Clone, Default, Serialize, Deserialize, Signals, State)]
struct Counter {
    count: i64,
}

fn main() {
    let _ = States::new().state::<Counter>();
    let _ = Counter::events();
}
