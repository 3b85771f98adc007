//! Names on the wire: serde's rules for renaming, and what of the results the client can carry.

use proc_macro2::Span;

use starmark_syntax::errors::Errors;

/// Names that every object of JavaScript has.
const INHERITED: [&str; 10] = [
    "__proto__",
    "constructor",
    "hasOwnProperty",
    "isPrototypeOf",
    "propertyIsEnumerable",
    "prototype",
    "toJSON",
    "toLocaleString",
    "toString",
    "valueOf",
];

/// serde's rules for renaming (<https://serde.rs/container-attrs.html#rename_all>).
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) enum Rule {
    #[default]
    AsIs,
    Lower,
    Upper,
    Pascal,
    Camel,
    Snake,
    ScreamingSnake,
    Kebab,
    ScreamingKebab,
}

const RULES: [(&str, Rule); 8] = [
    ("lowercase", Rule::Lower),
    ("UPPERCASE", Rule::Upper),
    ("PascalCase", Rule::Pascal),
    ("camelCase", Rule::Camel),
    ("snake_case", Rule::Snake),
    ("SCREAMING_SNAKE_CASE", Rule::ScreamingSnake),
    ("kebab-case", Rule::Kebab),
    ("SCREAMING-KEBAB-CASE", Rule::ScreamingKebab),
];

impl Rule {
    /// The rule of that name.
    pub(super) fn read(name: &str, span: Span, errors: &mut Errors) -> Self {
        if let Some((_, rule)) = RULES.iter().find(|(rule, _)| *rule == name) {
            return *rule;
        }
        let known = RULES.map(|(rule, _)| format!("`{rule}`")).join(", ");
        errors.at(
            span,
            format!("there is no rule `{name}`; the rules are {known}"),
        );
        Self::AsIs
    }

    /// Whether the rule puts hyphens between words.
    pub(super) fn has_hyphens(self) -> bool {
        matches!(self, Self::Kebab | Self::ScreamingKebab)
    }

    /// A field, which is in snake case.
    pub(super) fn field(self, field: &str) -> String {
        match self {
            Self::AsIs | Self::Lower | Self::Snake => field.to_owned(),
            Self::Upper | Self::ScreamingSnake => field.to_ascii_uppercase(),
            Self::Pascal => pascal(field),
            Self::Camel => lower_first(&pascal(field)),
            Self::Kebab => field.replace('_', "-"),
            Self::ScreamingKebab => field.to_ascii_uppercase().replace('_', "-"),
        }
    }

    /// A variant, which is in Pascal case.
    pub(super) fn variant(self, variant: &str) -> String {
        match self {
            Self::AsIs | Self::Pascal => variant.to_owned(),
            Self::Lower => variant.to_ascii_lowercase(),
            Self::Upper => variant.to_ascii_uppercase(),
            Self::Camel => lower_first(variant),
            Self::Snake => snake(variant),
            Self::ScreamingSnake => snake(variant).to_ascii_uppercase(),
            Self::Kebab => snake(variant).replace('_', "-"),
            Self::ScreamingKebab => snake(variant).to_ascii_uppercase().replace('_', "-"),
        }
    }
}

fn pascal(field: &str) -> String {
    let words = field.split('_').map(|word| {
        let mut chars = word.chars();
        let first = chars.next().map(|first| first.to_ascii_uppercase());
        first.into_iter().chain(chars).collect::<String>()
    });
    words.collect()
}

fn lower_first(name: &str) -> String {
    let mut chars = name.chars();
    let first = chars.next().map(|first| first.to_ascii_lowercase());
    first.into_iter().chain(chars).collect()
}

fn snake(variant: &str) -> String {
    let mut name = String::new();
    for (i, char) in variant.char_indices() {
        if i > 0 && char.is_uppercase() {
            name.push('_');
        }
        name.push(char.to_ascii_lowercase());
    }
    name
}

/// Why the client cannot carry a signal of this name, and what to write instead.
pub(super) fn problem(name: &str, is_local: bool) -> Option<String> {
    let other = "write another name, or `#[serde(rename = \"…\")]`";
    if INHERITED.contains(&name) {
        return Some(format!(
            "every object of JavaScript has a `{name}`: {other}"
        ));
    }
    let own = match name.strip_prefix('_') {
        Some(own) if is_local => own,
        Some(own) if !own.is_empty() && !own.starts_with('_') => {
            return Some(format!(
                "`{name}` begins with an underscore, so the browser keeps it to itself: say `#[signals(local)]`, or \
                 write `{own}`"
            ));
        }
        _ => name,
    };
    if own.is_empty() {
        return Some(format!("a signal needs a name: {other}"));
    }
    if name.contains("__") {
        let single = own
            .split('_')
            .filter(|word| !word.is_empty())
            .collect::<Vec<_>>()
            .join("_");
        return Some(format!(
            "a double underscore begins a modifier, so `{name}` would be cut off: write `{single}`"
        ));
    }
    if let Some(stem) = own.strip_suffix('_') {
        return Some(format!(
            "`{name}` ends in an underscore, which would run together with the modifiers behind it: write `{stem}` \
             (`r#{stem}` if Rust has that word), or `#[serde(rename = \"…\")]`"
        ));
    }
    characters(name, own)
}

fn characters(name: &str, own: &str) -> Option<String> {
    if own.contains('-') {
        let (camel, snake) = (
            lower_first(&pascal(&own.replace('-', "_"))),
            own.replace('-', "_"),
        );
        return Some(format!(
            "`{name}` has a hyphen, which attributes turn into a capital: write `{camel}` or `{snake}`"
        ));
    }
    if own.contains('.') {
        return Some(format!(
            "`{name}` has a dot, which leads into an object: nest a struct that derives `Signals`, too"
        ));
    }
    if own.starts_with(|first: char| first.is_ascii_digit()) {
        return Some(format!(
            "`{name}` begins with a digit: write a letter before it, such as `n{own}`"
        ));
    }
    let is_word = own
        .bytes()
        .all(|byte| byte.is_ascii_alphanumeric() || byte == b'_');
    (!is_word).then(|| {
        format!(
            "`{name}` is no name for a signal: write ASCII letters, digits and single underscores, or \
             `#[serde(rename = \"…\")]`"
        )
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn serdes_rules() {
        let field = |rule: Rule| rule.field("open_now");
        assert_eq!(field(Rule::AsIs), "open_now");
        assert_eq!(field(Rule::Camel), "openNow");
        assert_eq!(field(Rule::Pascal), "OpenNow");
        assert_eq!(field(Rule::ScreamingSnake), "OPEN_NOW");
        assert_eq!(field(Rule::Kebab), "open-now");
        let variant = |rule: Rule| rule.variant("InProgress");
        assert_eq!(variant(Rule::AsIs), "InProgress");
        assert_eq!(variant(Rule::Lower), "inprogress");
        assert_eq!(variant(Rule::Camel), "inProgress");
        assert_eq!(variant(Rule::Snake), "in_progress");
        assert_eq!(variant(Rule::Kebab), "in-progress");
        assert_eq!(variant(Rule::ScreamingKebab), "IN-PROGRESS");
    }

    #[test]
    fn good_names() {
        for name in ["a", "fooBar", "foo_bar", "a2b", "A"] {
            assert_eq!(problem(name, false), None, "{name}");
            assert_eq!(problem(&format!("_{name}"), true), None, "{name}");
        }
    }

    #[test]
    fn bad_names() {
        for name in [
            "",
            "_",
            "__",
            "a__b",
            "a_",
            "1a",
            "a-b",
            "a.b",
            "ä",
            "a b",
            "_a",
            "toJSON",
            "__proto__",
            "__a",
        ] {
            assert!(problem(name, false).is_some(), "{name}");
        }
        for name in ["_", "_1", "__a", "_a_"] {
            assert!(problem(name, true).is_some(), "{name}");
        }
    }
}
