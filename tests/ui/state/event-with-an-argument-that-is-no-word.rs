use serde::{Deserialize, Serialize};
use starmark::prelude::*;

struct Point;

#[derive(Clone, Default, Serialize, Deserialize, Signals, State)]
struct Counter {
    count: i64,
}

#[events]
impl Counter {
    #[event]
    fn go(&mut self, to: Point) {}
}

fn main() {}
