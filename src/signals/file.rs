//! A file that a form control binds to a signal.

use std::error::Error;
use std::fmt;

use serde::ser::{SerializeStruct as _, Serializer};
use serde_json::Value;

use super::record::Wire;
use super::{Location, Mismatch, SignalValue};
use crate::data::Signal;

/// A file as `data-bind` on `input type="file"` sends it, in a `Vec`: the control holds any number.
///
/// Source: <https://data-star.dev/reference/attributes#file-uploads>. Files need more than the default
/// [`Limit`](super::Limit).
///
/// ```
/// use starmark::Signals;
/// use starmark::signals::{File, from_body};
///
/// #[derive(Signals)]
/// struct Upload {
///     #[serde(default)]
///     files: Vec<File>,
/// }
///
/// let body = br#"{"files":[{"name":"a.txt","contents":"aGk=","mime":"text/plain"}]}"#;
/// let upload: Upload = from_body(body)?;
/// assert_eq!(upload.files[0].bytes()?, b"hi");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct File {
    /// The name on the user's disk, without a folder; a text from elsewhere, so never a path here.
    pub name: String,
    /// What is in it, in base64.
    pub contents: String,
    /// Its type, as the browser guesses it.
    pub mime: String,
}

impl File {
    /// What is in the file.
    ///
    /// # Errors
    ///
    /// If `contents` is not base64.
    pub fn bytes(&self) -> Result<Vec<u8>, FileError> {
        decode(&self.contents).ok_or(FileError(()))
    }
}

/// The contents of a file that are not base64.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FileError(());

impl fmt::Display for FileError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the contents of the file are not base64")
    }
}

impl Error for FileError {}

impl SignalValue for File {
    type Handle = Signal<Self>;

    fn handle<L: Location>() -> Signal<Self> {
        Signal::of(L::PATH)
    }

    fn write<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        let mut to = to.serialize_struct("File", 3)?;
        to.serialize_field("name", &Wire(&self.name))?;
        to.serialize_field("contents", &Wire(&self.contents))?;
        to.serialize_field("mime", &Wire(&self.mime))?;
        to.end()
    }

    fn read(value: Value) -> Result<Self, Mismatch> {
        let Value::Object(mut members) = value else {
            return Err(Mismatch::expected("a file"));
        };
        Ok(Self {
            name: String::read_member(&mut members, "name")?,
            contents: String::read_member(&mut members, "contents")?,
            mime: String::read_member(&mut members, "mime")?,
        })
    }
}

/// Base64 with padding (<https://www.rfc-editor.org/rfc/rfc4648#section-4>).
fn decode(text: &str) -> Option<Vec<u8>> {
    let digits = text.trim_end_matches('=');
    let padding = text.len() - digits.len();
    if !text.len().is_multiple_of(4) || padding > 2 {
        return None;
    }
    let mut bytes = Vec::with_capacity(text.len() / 4 * 3);
    let (mut bits, mut count) = (0_u32, 0_u32);
    for digit in digits.bytes() {
        bits = bits << 6 | sextet(digit)?;
        count += 6;
        if count >= 8 {
            count -= 8;
            bytes.push(u8::try_from(bits >> count & 0xFF).ok()?);
            bits &= (1 << count) - 1;
        }
    }
    // What is left over is zeros.
    (bits == 0).then_some(bytes)
}

fn sextet(digit: u8) -> Option<u32> {
    Some(u32::from(match digit {
        b'A'..=b'Z' => digit - b'A',
        b'a'..=b'z' => digit - b'a' + 26,
        b'0'..=b'9' => digit - b'0' + 52,
        b'+' => 62,
        b'/' => 63,
        _ => return None,
    }))
}

#[cfg(test)]
mod tests {
    use super::decode;

    #[test]
    fn base64() {
        let known = [
            ("", ""),
            ("Zg==", "f"),
            ("Zm8=", "fo"),
            ("Zm9v", "foo"),
            ("Zm9vYg==", "foob"),
        ];
        for (text, expected) in known {
            assert_eq!(decode(text).as_deref(), Some(expected.as_bytes()), "{text}");
        }
        assert_eq!(decode("++//").as_deref(), Some(&[0xFB, 0xEF, 0xFF][..]));
        for bad in [
            "Zg", "Z", "Zg=", "Zh==", "Z===", "====", "Zg==Zg==", "Z g=", "Zm9-",
        ] {
            assert_eq!(decode(bad), None, "{bad}");
        }
    }
}
