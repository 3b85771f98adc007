//! minijinja 3: what is not escaped again. <https://docs.rs/minijinja>
//!
//! `context! { save }` makes a safe string, and `<button{{ save }}>` prints it: it brings the space before
//! it. It stands in a tag, never inside an attribute's value, where its quotes would end that.

use minijinja::Value;

safe_values!(Value, Value::from_safe_string);
