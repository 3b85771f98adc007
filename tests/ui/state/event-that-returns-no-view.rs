use serde::{Deserialize, Serialize};
use starmark::prelude::*;

#[derive(Clone, Default, Serialize, Deserialize, Signals, State)]
struct Counter {
    count: i64,
}

#[events]
impl Counter {
    #[event]
    fn count(&self) -> i64 {
        self.count
    }
}

fn main() {}
