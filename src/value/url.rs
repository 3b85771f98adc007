//! Which addresses may stand in a URL attribute.
//!
//! The scheme is found as a browser finds it (<https://url.spec.whatwg.org/#concept-basic-url-parser>):
//! leading control characters and spaces are skipped, tabs and line breaks are ignored anywhere.

use crate::buffer::Buffer;

/// What stands in for an address that may not be used; loading it does nothing.
const INVALID: &str = "about:invalid";

/// Schemes that run nothing.
const SCHEMES: [&str; 5] = ["http", "https", "mailto", "tel", "sms"];

/// Image types that cannot hold a script.
const IMAGES: [&str; 5] = ["png", "jpeg", "gif", "webp", "avif"];

/// Replaces the address that was appended, escaped, since `start`, unless it is safe.
pub(super) fn finish(start: usize, out: &mut Buffer) {
    if !is_safe(&out.as_str()[start..]) {
        out.replace_since(start, INVALID);
    }
}

/// Whether an escaped address is relative or has a safe scheme.
fn is_safe(escaped: &str) -> bool {
    let Some((scheme, rest)) = scheme(escaped) else {
        return true;
    };
    SCHEMES.contains(&scheme.as_str()) || (scheme == "data" && is_image(rest))
}

/// The lower-case scheme and what follows its colon; `None` for a relative address.
fn scheme(escaped: &str) -> Option<(String, &str)> {
    let mut scheme = String::new();
    let mut rest = escaped;
    loop {
        let (c, after) = next(rest)?;
        rest = after;
        match c {
            ':' if !scheme.is_empty() => return Some((scheme, rest)),
            '\t' | '\n' | '\r' => {}
            c if c <= ' ' && scheme.is_empty() => {}
            c if goes_on(&scheme, c) => scheme.push(c.to_ascii_lowercase()),
            _ => return None,
        }
    }
}

/// Whether a scheme goes on with `c`: it begins with a letter, so that `12:30` is a relative address.
fn goes_on(scheme: &str, c: char) -> bool {
    c.is_ascii_alphabetic() || (!scheme.is_empty() && (c.is_ascii_digit() || "+-.".contains(c)))
}

/// The next character; of the entities only those of line breaks matter here.
fn next(escaped: &str) -> Option<(char, &str)> {
    for (entity, c) in [("&#13;", '\r'), ("&#10;", '\n')] {
        if let Some(rest) = escaped.strip_prefix(entity) {
            return Some((c, rest));
        }
    }
    let mut chars = escaped.chars();
    Some((chars.next()?, chars.as_str()))
}

/// Whether the rest of a `data:` address is a raster image.
fn is_image(rest: &str) -> bool {
    let rest = rest.to_ascii_lowercase();
    let subtype = rest
        .strip_prefix("image/")
        .and_then(|rest| rest.split([';', ',']).next());
    subtype.is_some_and(|subtype| IMAGES.contains(&subtype))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn written(address: &str) -> String {
        let mut out = Buffer::new();
        out.text(address);
        finish(0, &mut out);
        out.as_str().to_owned()
    }

    #[test]
    fn safe_addresses_stay() {
        for address in [
            "",
            "/",
            "x",
            "/a?b=c:d",
            "#a:b",
            "?q=javascript:1",
            "//host/x",
            "http://a/b",
            "HTTPS://a",
            "mailto:a@b",
            "tel:+1",
            "./a:b",
            "data:image/png;base64,AAAA",
            "a/b:c",
            ":x",
            "é:x",
            "12:30",
        ] {
            assert_eq!(written(address), address);
        }
    }

    #[test]
    fn scripts_do_not() {
        for address in [
            "javascript:pwn(1)",
            " JavaScript:pwn(1)",
            "java\tscript:pwn(1)",
            "java\nscript:pwn(1)",
            "java\r\nscript:pwn(1)",
            "\u{1}javascript:pwn(1)",
            "\rjavascript:pwn(1)",
            "\r \rjavascript:x",
            "java\r\rscript:x",
            "vbscript:x",
            "data:text/html,<script>",
            "data:image/svg+xml,<svg>",
            "blob:x",
            "data:,x",
        ] {
            assert_eq!(written(address), INVALID, "{address:?}");
        }
    }
}
