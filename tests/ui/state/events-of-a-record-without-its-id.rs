use serde::{Deserialize, Serialize};
use starmark::prelude::*;

#[derive(Clone, Default, Serialize, Deserialize, Signals, State)]
#[state(record)]
struct Ticket {
    votes: i64,
}

#[events]
impl Ticket {
    #[event]
    fn vote(&mut self) {
        self.votes += 1;
    }
}

fn main() {
    let _ = Ticket::events().vote();
}
