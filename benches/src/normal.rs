//! One spelling for what HTML allows to be spelt in several ways, so that outputs can be compared.
//!
//! What is evened out, and nothing else:
//!
//! - entities: `&#60;`, `&#x3c;` and `&lt;` are the same, and `"` and `'` in text need none;
//! - quotes around a value are double or single, whichever it needs less of;
//! - the order of attributes, `checked=""`, `checked=true` and `checked`, and an empty class and none: trees of
//!   elements keep them in an order and a form of their own;
//! - comments, the space before `/>`, and one that is all there is between two tags: marks for the client code of
//!   engines that have one.

/// Compares two outputs.
///
/// # Panics
///
/// If they do not mean the same.
pub(crate) fn assert_same(name: &str, wanted: &str, found: &str) {
    let [wanted, found] = [wanted, found].map(normal);
    let pairs = wanted.bytes().zip(found.bytes());
    let same = pairs.take_while(|(a, b)| a == b).count();
    let near = |text: &str| {
        let bytes = text.as_bytes();
        let from = same.saturating_sub(60).min(bytes.len());
        String::from_utf8_lossy(&bytes[from..(same + 60).min(bytes.len())]).into_owned()
    };
    assert!(
        wanted == found,
        "{name} differs at byte {same}:\n{}\n{}",
        near(&wanted),
        near(&found)
    );
}

/// The output in the one spelling.
fn normal(output: &str) -> String {
    let mut to = String::with_capacity(output.len());
    let mut rest = output;
    while let Some(at) = rest.find('<') {
        to.push_str(&decode(&rest[..at]));
        rest = &rest[at..];
        if let Some(comment) = rest.strip_prefix("<!").filter(|it| !it.starts_with('D')) {
            let ends = comment.find("-->").filter(|_| comment.starts_with("--"));
            let end = ends.map_or_else(|| comment.find('>').map(|at| at + 1), |at| Some(at + 3));
            rest = &comment[end.expect("a comment ends")..];
        } else {
            rest = tag(&rest[1..], &mut to);
        }
    }
    to.push_str(&decode(rest));
    to.replace("> <", "><")
}

/// Writes a tag, from behind its `<`, and returns what follows it.
fn tag<'a>(text: &'a str, to: &mut String) -> &'a str {
    let name = text.find([' ', '>', '/']).filter(|at| *at > 0);
    let name = name.unwrap_or_else(|| text.find('>').expect("a tag ends"));
    let (name, mut rest) = text.split_at(name);
    let mut attributes: Vec<String> = Vec::new();
    loop {
        rest = rest.trim_start_matches([' ', '/']);
        if let Some(after) = rest.strip_prefix('>') {
            attributes.retain(|it| it != "class=\"\"");
            attributes.sort_unstable();
            attributes.insert(0, format!("<{name}"));
            to.push_str(&attributes.join(" "));
            to.push('>');
            return after;
        }
        let (next, after) = attribute(rest);
        attributes.push(next);
        rest = after;
    }
}

/// The first attribute in its one spelling, and what follows it.
fn attribute(text: &str) -> (String, &str) {
    let end = text.find(['=', ' ', '>', '/']).expect("a tag ends");
    let (name, rest) = text.split_at(end);
    let Some(value) = rest.strip_prefix('=') else {
        return (format!("{name}=\"\""), rest);
    };
    let quote = value.chars().next().filter(|c| matches!(c, '"' | '\''));
    let (value, rest) = match quote {
        Some(quote) => value[1..].split_once(quote).expect("a value ends"),
        None => value.split_at(value.find([' ', '>']).expect("a tag ends")),
    };
    let value = if value == "true" { "" } else { value.trim() };
    let value = decode(value).replace('"', "&quot;");
    (format!("{name}=\"{value}\""), rest)
}

/// The text with `&amp;`, `&lt;` and `&gt;` for entities, and no others.
fn decode(text: &str) -> String {
    let mut to = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find('&') {
        to.push_str(&rest[..at]);
        let (entity, after) = rest[at + 1..].split_once(';').expect("`&` is escaped");
        to.push_str(match entity {
            "amp" | "#38" | "#x26" => "&amp;",
            "lt" | "#60" | "#x3c" | "#x3C" => "&lt;",
            "gt" | "#62" | "#x3e" | "#x3E" => "&gt;",
            "quot" | "#34" | "#x22" => "\"",
            "apos" | "#39" | "#039" | "#x27" => "'",
            "#x2f" | "#x2F" | "#47" => "/",
            other => panic!("`&{other};` is no entity of these outputs"),
        });
        rest = after;
    }
    to.push_str(rest);
    // Most engines escape it in text, though only `<` and `&` need to be.
    to.replace('>', "&gt;")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spellings_of_the_same_are_the_same() {
        for (one, other) in [
            ("a &#60; &#38; &#34;b&#x27;", "a &lt; &amp; \"b'"),
            ("<a b=\"1\" c=\"2\">", "<a c=\"2\" b=\"1\">"),
            ("<input checked>", "<input checked=true />"),
            ("<p a=\"{&quot;b&quot;:1}\">", "<p a='{\"b\":1}'>"),
            ("<p class=\"\">a<!>b<!-- c --></p>", "<p>ab</p>"),
            ("<p> </p>", "<p></p>"),
            ("<!DOCTYPE html><br>", "<!DOCTYPE html><br/>"),
        ] {
            assert_same("they", one, other);
        }
    }

    #[test]
    fn what_is_not_the_same_differs() {
        for (one, other) in [
            ("a &amp;lt; b", "a &lt; b"),
            ("<p title=\"&quot;\">", "<p title=\"\">"),
            ("<p>a</p>", "<p>a </p>"),
            ("<p id=\"a\">", "<p>"),
        ] {
            assert_ne!(normal(one), normal(other));
        }
    }
}
