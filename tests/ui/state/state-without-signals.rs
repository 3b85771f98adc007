use serde::{Deserialize, Serialize};
use starmark::prelude::*;

#[derive(Clone, Default, Serialize, Deserialize, State)]
struct Counter {
    count: i64,
}

fn main() {}
