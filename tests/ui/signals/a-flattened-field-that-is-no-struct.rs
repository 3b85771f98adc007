use std::collections::BTreeMap;

use starmark::Signals;

#[derive(Signals)]
struct Page {
    #[serde(flatten)]
    others: BTreeMap<String, String>,
}

fn main() {}
