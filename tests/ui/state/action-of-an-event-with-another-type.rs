use serde::{Deserialize, Serialize};
use starmark::prelude::*;

#[derive(Clone, Default, Serialize, Deserialize, Signals, State)]
struct Counter {
    count: i64,
    name: String,
}

#[events]
impl Counter {
    #[event]
    fn increment(&mut self, by: i64) {
        self.count += by;
    }
}

fn main() {
    let s = Counter::signals();
    let _ = Counter::events().increment("one");
    let _ = Counter::events().increment(s.name);
    let _ = Counter::events().incremet(1);
}
