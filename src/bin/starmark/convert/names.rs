//! Names that a template can spell without quotes.

/// Whether tokens of Rust, joined by hyphens and colons, spell a name.
pub(crate) fn is_bare(name: &str) -> bool {
    let begins_with_word = name.starts_with(|c: char| c.is_ascii_alphabetic() || c == '_');
    begins_with_word && !name.contains("::") && name.split(['-', ':']).all(is_token)
}

/// The same for a `data-*` name, whose tags stand behind dots.
pub(crate) fn is_bare_data(name: &str) -> bool {
    let dot = name.find('.').unwrap_or(name.len());
    let has_key = name[..dot].contains(':') || name[..dot].contains("__");
    let has_dots = dot < name.len();
    (has_key || !has_dots) && !name.contains("::") && name.split(['-', ':', '.']).all(is_token)
}

/// Whether a class or an id can stand behind its dot or mark.
pub(crate) fn is_shorthand(name: &str) -> bool {
    let begins_with_word = name.starts_with(|c: char| c.is_ascii_alphabetic() || c == '_');
    begins_with_word && name.split('-').all(is_token)
}

/// Whether a name in quotes is accepted: nothing in it ends the name or the tag.
pub(crate) fn is_quotable(name: &str) -> bool {
    let bad = |c: char| c.is_whitespace() || c.is_control() || "\"'>/=<".contains(c);
    !name.is_empty() && !name.contains(bad)
}

/// An identifier, or a number with letters behind it that no lexer takes for an exponent or a base.
fn is_token(token: &str) -> bool {
    let is_word = |text: &str| {
        text.bytes()
            .all(|byte| byte.is_ascii_alphanumeric() || byte == b'_')
    };
    let digits = token.trim_start_matches(|c: char| c.is_ascii_digit() || c == '_');
    let is_number = token.starts_with(|c: char| c.is_ascii_digit());
    if is_number {
        let has_base = token.starts_with('0') && digits.starts_with(['b', 'o', 'x']);
        is_word(token) && !has_base && !digits.starts_with(['e', 'E'])
    } else {
        !token.is_empty() && token != "_" && is_word(token)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tokens() {
        let bare = [
            "aria-label",
            "xlink:href",
            "my-element",
            "x-2xl",
            "h1",
            "_hyperscript",
        ];
        assert!(bare.into_iter().all(is_bare));
        let quoted = [
            "@click",
            "v-on:click.once",
            "x-2e5",
            "a--b",
            "2x",
            "x-0b2",
            "a::b",
            "ü",
            "a:",
            "",
            "x-_",
        ];
        assert!(!quoted.into_iter().any(is_bare));
    }

    #[test]
    fn tags_behind_dots() {
        assert!(is_bare_data("data-on:click__debounce.500ms.leading"));
        assert!(!is_bare_data("data-x.y"));
        assert!(!is_bare_data("data-class:w-1/2"));
    }

    #[test]
    fn names_that_end_a_tag() {
        assert!(is_quotable("@click.once"));
        assert!(
            ["a\"b", "a=b", "a b", "a<b", "", "a\u{1}"]
                .into_iter()
                .all(|name| !is_quotable(name))
        );
    }
}
