use serde::{Deserialize, Serialize};
use starmark::prelude::*;

#[derive(Clone, Default, Serialize, Deserialize, Signals, State)]
struct Counter {
    count: i64,
}

#[events]
impl Counter {
    #[event]
    fn by_value(self) {}

    #[event]
    fn nothing() {}

    #[event]
    fn borrowed(&mut self, name: &str) {}

    #[event]
    fn generic<T>(&mut self, value: T) {}

    #[event]
    fn pattern(&mut self, (a, b): (i64, i64)) {}

    #[event]
    fn reserved(&mut self, datastar: i64) {}

    #[event(too = 1)]
    fn defaults(&mut self, by: i64) {}
}

fn main() {}
