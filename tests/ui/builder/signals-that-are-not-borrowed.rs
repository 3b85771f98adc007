use starmark::html::*;
use std::collections::BTreeMap;

fn main() {
    let _ = div().data_signals(BTreeMap::from([("open", true)]));
}
