//! The query parameter that carries signals. <https://url.spec.whatwg.org/#urlencoded-parsing>

use super::ReadSignalsError;

/// The decoded value of the parameter `datastar`.
pub(super) fn parameter(query: &str) -> Result<Option<String>, ReadSignalsError> {
    let parameters = query
        .split('&')
        .map(|parameter| parameter.split_once('=').unwrap_or((parameter, "")));
    let mut values = parameters
        .filter(|(name, _)| *name == "datastar")
        .map(|(_, value)| value);
    let value = values.next().map(decode).transpose()?;
    // Which of two would count differs between readers.
    if values.next().is_some() {
        Err(ReadSignalsError::query())
    } else {
        Ok(value)
    }
}

/// Undoes the encoding; unlike the standard it takes no percent sign for itself, and no bytes but UTF-8.
pub(crate) fn decode(value: &str) -> Result<String, ReadSignalsError> {
    let mut decoded = Vec::with_capacity(value.len());
    let mut bytes = value.bytes();
    while let Some(byte) = bytes.next() {
        decoded.push(match byte {
            b'+' => b' ',
            b'%' => {
                let (high, low) = (hex(bytes.next()), hex(bytes.next()));
                high.zip(low)
                    .map(|(high, low)| high << 4 | low)
                    .ok_or_else(ReadSignalsError::query)?
            }
            byte => byte,
        });
    }
    String::from_utf8(decoded).map_err(|_| ReadSignalsError::query())
}

fn hex(digit: Option<u8>) -> Option<u8> {
    let value = char::from(digit?).to_digit(16)?;
    u8::try_from(value).ok()
}
