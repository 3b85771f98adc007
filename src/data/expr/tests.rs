//! Literals, and what the source of each kind is.

use proptest::prelude::*;

use super::*;

fn source<K>(value: &impl Source<K>) -> String {
    let mut out = String::new();
    value.write_source(&mut out);
    out
}

#[test]
fn every_ascii_character_but_the_plain_ones_is_a_code() {
    for byte in 0..=0x7f_u8 {
        let c = char::from(byte);
        let is_plain = c.is_ascii_alphanumeric() || matches!(c, ' ' | '_' | '.' | ',' | ':' | '-');
        let inside = if is_plain {
            c.to_string()
        } else {
            format!("\\u{byte:04x}")
        };
        assert_eq!(quote(c.to_string()).as_str(), format!("\"{inside}\""));
    }
}

#[test]
fn other_characters_stay_unless_the_browser_drops_or_breaks_at_them() {
    assert_eq!(quote("ünï 😀\u{a0}").as_str(), "\"ünï 😀\u{a0}\"");
    assert_eq!(
        quote("\u{2028}\u{2029}\u{feff}").as_str(),
        r#""\u2028\u2029\ufeff""#
    );
}

#[test]
fn sources_of_code() {
    assert_eq!(source::<Statements>(&"$a = 1"), "$a = 1");
    assert_eq!(source::<Statements>(&quote("a")), "\"a\"");
    assert_eq!(source::<Statements>(&crate::post("/x")), "@post('/x')");
    assert_eq!(source::<Expression>(&Signal::new("a.b")), "$a.b");
    assert_eq!(source::<Expression>(&true), "true");
    assert_eq!(source::<Expression>(&-1), "-1");
    assert_eq!(source::<Expression>(&7_usize), "7");
    assert_eq!(source::<SignalName>(&Signal::new("a.b")), "a.b");
}

#[cfg(feature = "json")]
#[test]
fn signals_that_cannot_be_carried_are_an_inert_message() {
    let printed = source::<Object>(&serde_json::json!("no object"));
    let inside = printed.strip_prefix("(console.error(\"starmark: ");
    let inside = inside
        .and_then(|rest| rest.strip_suffix("\"), {})"))
        .expect(&printed);
    assert!(
        !inside.contains(['"', '\'', '@', '$', '`', ';']),
        "{printed}"
    );
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(10_000) })]

    #[cfg(feature = "json")]
    #[test]
    fn a_quoted_string_is_itself(text in any::<String>()) {
        // What is a string of JSON is the same string of JavaScript.
        prop_assert_eq!(serde_json::from_str::<String>(quote(&text).as_str()).ok(), Some(text));
    }
}
