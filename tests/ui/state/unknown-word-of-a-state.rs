use serde::{Deserialize, Serialize};
use starmark::prelude::*;

#[derive(Clone, Default, Serialize, Deserialize, Signals, State)]
#[state(everybody)]
struct Counter {
    count: i64,
}

#[derive(Clone, Default, Serialize, Deserialize, Signals, State)]
#[state(global, expires = "30 minutes")]
struct Timed {
    count: i64,
}

#[derive(Clone, Default, Serialize, Deserialize, Signals, State)]
#[state(name = "a/b")]
struct Named {
    #[state(accept)]
    count: i64,
}

#[derive(Clone, Default, Serialize, Deserialize, Signals, State)]
#[state(user, local_storage)]
struct Kept {
    count: i64,
}

fn main() {}
