//! The page behaves as the client expects: what other tests rest on.

use serde_json::json;
use starmark_quickjs::{Client, Value};

#[test]
fn a_source_has_a_value() {
    let client = Client::start();
    let value = |signals, source| client.evaluate(&signals, source).unwrap();
    assert_eq!(value(json!({ "a": 1 }), "$a + 1"), Value::from(2.0));
    assert_eq!(value(json!({}), "0 / 0"), Value::from(f64::NAN));
}
