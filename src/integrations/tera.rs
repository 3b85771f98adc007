//! tera 2: what is not escaped again. <https://docs.rs/tera>
//!
//! `context.insert_value("save", save.into())` makes a safe string, and `<button{{ save }}>` prints it: it
//! brings the space before it. It stands in a tag, never inside an attribute's value, where its quotes would
//! end that.

use tera::Value;

safe_values!(Value, |escaped: String| Value::safe_string(&escaped));
