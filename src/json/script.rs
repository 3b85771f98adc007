//! Data for scripts: JSON that can stand inside a `script` element.

use serde::Serialize;

use super::string::escape;
use crate::buffer::Buffer;
use crate::element::Code;

/// JSON inside a `script type="application/json"`, where data belongs that is not a signal.
///
/// Parsed, it is exactly what serde gives; the text never holds `<`, so it cannot end the script. Unlike
/// signals it may be any JSON: nulls, large integers and any keys.
///
/// A value that has no JSON form (a map whose keys are not strings, a `Serialize` that fails) is written as
/// `{"error":"…"}` with the reason, so that the mistake shows where the data is used.
///
/// ```
/// use starmark::element::Code;
/// use starmark::{Buffer, JsonScript};
///
/// let mut out = Buffer::new();
/// JsonScript(["</script>", "R&D"]).write_code(&mut out);
/// assert_eq!(out.as_str(), r#"["\u003c/script\u003e","R\u0026D"]"#);
/// ```
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct JsonScript<T>(pub T);

#[diagnostic::do_not_recommend]
impl<T: Serialize> Code for JsonScript<T> {
    fn write_code(&self, out: &mut Buffer) {
        let json = serde_json::to_string(&self.0)
            .unwrap_or_else(|error| serde_json::json!({ "error": error.to_string() }).to_string());
        let mut code = String::with_capacity(json.len());
        // These occur in JSON only inside strings, where `\u` means the same.
        escape(
            &json,
            |char| matches!(char, '<' | '>' | '&' | '\u{2028}' | '\u{2029}'),
            &mut code,
        );
        // Trusted: JSON without a character that HTML could act on.
        out.trusted(&code);
    }
}
