//! Texts as literals of Rust.

use std::fmt::Write as _;

/// A literal as an author would write it: raw if there is much to escape.
pub(crate) fn literal(text: &str) -> String {
    let needs_escape = |c: char| c != '\n' && (c.is_control() || is_invisible(c));
    let has_marks = text.contains(['"', '\\']) || text.matches('\n').count() > 1;
    if !has_marks || text.contains(needs_escape) {
        return escaped(text);
    }
    let mut marks = "#".to_owned();
    while text.contains(&format!("\"{marks}")) {
        marks.push('#');
    }
    if !text.contains('"') {
        marks.clear();
    }
    format!("r{marks}\"{text}\"{marks}")
}

/// A literal on one line.
pub(crate) fn escaped(text: &str) -> String {
    let mut out = String::from("\"");
    for c in text.chars() {
        match c {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '\n' => out.push_str("\\n"),
            '\r' => out.push_str("\\r"),
            '\t' => out.push_str("\\t"),
            c if c.is_control() || is_invisible(c) => {
                let _ = write!(out, "\\u{{{:x}}}", u32::from(c));
            }
            c => out.push(c),
        }
    }
    out.push('"');
    out
}

/// What a reader of the source would not see, or would see in another place; rustc refuses some of it.
fn is_invisible(c: char) -> bool {
    matches!(c, '\u{a0}' | '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}')
}

/// A text in parts that each fit a line: ended by a line feed, or by the last space that fits.
pub(crate) fn parts(text: &str, width: usize) -> Vec<String> {
    let mut parts = Vec::new();
    for line in text.split_inclusive('\n') {
        let mut part = String::new();
        let mut length = 0;
        for word in line.split_inclusive(' ') {
            let count = word.chars().count();
            if length > 0 && length + count > width {
                parts.push(std::mem::take(&mut part));
                length = 0;
            }
            part.push_str(word);
            length += count;
        }
        parts.push(part);
    }
    parts
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What Rust reads in the literal is the text.
    fn assert_reads(text: &str) {
        for literal in [literal(text), escaped(text)] {
            let read: syn::LitStr =
                syn::parse_str(&literal).unwrap_or_else(|error| panic!("{literal}: {error}"));
            assert_eq!(read.value(), text, "{literal}");
        }
    }

    #[test]
    fn literals_are_the_text() {
        let texts = [
            "",
            "a",
            "\"",
            "\\",
            "\"#",
            "\"##\"#",
            "a\nb",
            "a\nb\nc",
            "\r\n\t",
            "\u{202e}x\u{a0}\"",
            "é\u{301}🦀",
            "{}",
            "r#\"",
        ];
        texts.into_iter().for_each(assert_reads);
    }

    #[test]
    fn what_fits_stays_together() {
        let text = "one two three four\nfive ";
        assert_eq!(parts(text, 9), ["one two ", "three ", "four\n", "five "]);
        assert_eq!(parts(text, 9).concat(), text);
        assert_eq!(parts("unbreakable", 3), ["unbreakable"]);
    }
}
