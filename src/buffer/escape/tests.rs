//! The escaper beside a plain loop: every length, every place of a hit, every amount of room.

use proptest::prelude::*;

use super::*;

/// Longer than all classes of lengths, turns of AVX2 included.
const LONGEST: usize = 201;

fn plain(text: &str) -> String {
    let mut out = String::new();
    for c in text.chars() {
        match u8::try_from(c).ok().and_then(entity) {
            Some(entity) => out.push_str(entity),
            None => out.push(c),
        }
    }
    out
}

/// The text escaped behind `before`, in a buffer with room for `room` bytes more.
fn escaped(before: &str, text: &str, room: usize) -> String {
    let mut out = Buffer::with_capacity(before.len() + room);
    out.trusted(before);
    out.text(text);
    out.into_markup().into_string()
}

fn assert_escaped(text: &str) {
    let expected = plain(text);
    // None, too little, just enough, and so much that nothing is counted.
    for room in [
        0,
        text.len(),
        expected.len(),
        expected.len() + 16,
        text.len() * WORST + 64,
    ] {
        assert_eq!(
            escaped("ab", text, room).strip_prefix("ab"),
            Some(&*expected),
            "{text:?} {room}"
        );
    }
}

#[test]
fn what_the_table_says_is_what_is_looked_for() {
    for byte in 0..=u8::MAX {
        assert_eq!(is_special(byte), entity(byte).is_some(), "{byte:#x}");
    }
    for byte in 0..128 {
        let text = String::from(char::from(byte)).repeat(300);
        assert_escaped(&text);
    }
}

#[test]
fn every_place_of_every_length() {
    for length in 0..LONGEST {
        let clean = "x".repeat(length);
        assert_escaped(&clean);
        for at in 0..length {
            // Which byte is found is the other tests' concern.
            for special in ["&", "<", "\r", "\0"] {
                let mut text = clean.clone();
                text.replace_range(at..=at, special);
                assert_eq!(escaped("", &text, 0), plain(&text));
            }
        }
    }
}

#[test]
fn pairs_and_runs() {
    for length in 1..70 {
        for (first, second) in (0..length).flat_map(|i| (i..length).map(move |j| (i, j))) {
            let mut text = vec![b'x'; length];
            (text[first], text[second]) = (b'<', b'"');
            let text = String::from_utf8(text).expect("ASCII");
            assert_eq!(escaped("", &text, length), plain(&text));
        }
        assert_escaped(&"\"".repeat(length));
        assert_escaped(&"&é".repeat(length));
    }
}

#[test]
fn specials_become_entities() {
    assert_escaped("<a b=\"c\">&'`");
    assert_eq!(escaped("", "a\r\nb\0c", 0), "a&#13;\nb\u{FFFD}c");
    assert_eq!(escaped("", "ünï <😀>", 0), "ünï &lt;😀&gt;");
    assert_eq!(escaped("", "ø\u{3c}¼¾¢\u{a6}", 0), "ø&lt;¼¾¢¦");
}

#[test]
fn a_long_text_does_not_ask_for_the_room_of_the_worst() {
    let text = "word & word ".repeat(1000);
    let mut out = Buffer::new();
    out.text(&text);
    assert!(out.capacity() < text.len() * 2, "{}", out.capacity());
    assert_eq!(out.as_str(), plain(&text));
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(2000) })]

    #[test]
    fn any_text(text in "[a-z<>&\"'\r\n\t\0é😀 ]{0,500}", room in 0..4000_usize) {
        prop_assert_eq!(escaped("", &text, room), plain(&text));
    }

    #[test]
    fn any_texts_in_one_buffer(texts in prop::collection::vec("\\PC{0,40}", 0..40), room in 0..1000_usize) {
        let mut out = Buffer::with_capacity(room);
        let mut expected = String::new();
        for text in &texts {
            out.text(text);
            expected.push_str(&plain(text));
        }
        prop_assert_eq!(out.as_str(), expected);
    }
}
