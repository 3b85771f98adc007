use starmark::prelude::*;

struct Counter {
    count: i64,
}

#[events]
impl Counter {
    #[event]
    fn increment(&mut self) {
        self.count += 1;
    }
}

fn main() {}
