//! The attributes of Datastar on the elements of a page. <https://data-star.dev/reference/attributes>

use scraper::node::Element;

use crate::data::ALIAS;

/// An attribute, by the client's rules for names.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct DataAttribute<'a> {
    pub(super) plugin: &'a str,
    pub(super) key: Option<&'a str>,
    modifiers: &'a str,
    pub(super) value: &'a str,
}

/// The attributes of an element, in their order.
pub(super) fn data_attributes(element: &Element) -> impl Iterator<Item = DataAttribute<'_>> {
    element.attrs().filter_map(|(name, value)| {
        let name = name.strip_prefix("data-")?;
        let name = match ALIAS {
            Some(alias) => name.strip_prefix(alias)?.strip_prefix('-')?,
            None => name,
        };
        let (name, modifiers) = name.split_once("__").unwrap_or((name, ""));
        let (plugin, key) = match name.split_once(':') {
            Some((plugin, key)) if !key.is_empty() => (plugin, Some(key)),
            _ => (name, None),
        };
        Some(DataAttribute {
            plugin,
            key,
            modifiers,
            value,
        })
    })
}

impl DataAttribute<'_> {
    /// The tags of a modifier, if it is there.
    pub(super) fn modifier(&self, label: &str) -> Option<Vec<&str>> {
        let mut found = None;
        for modifier in self.modifiers.split("__") {
            let mut parts = modifier.split('.');
            if parts.next() == Some(label) {
                found = Some(parts.collect());
            }
        }
        found
    }

    /// The signal that the key or the value names.
    pub(super) fn signal(&self) -> String {
        self.key
            .map_or_else(|| self.value.to_owned(), |key| self.cased(key, "camel"))
    }

    /// The event that the attribute listens for.
    pub(super) fn event(&self) -> String {
        self.key
            .map_or_else(String::new, |key| self.cased(key, "kebab"))
    }

    fn cased(&self, key: &str, default: &str) -> String {
        let cases = self.modifier("case").unwrap_or_else(|| vec![default]);
        cases
            .into_iter()
            .fold(key.to_owned(), |key, case| match case {
                "camel" => camel(&key),
                "snake" => key.replace('-', "_"),
                "pascal" => {
                    let mut chars = key.chars();
                    let first = chars.next().map(|c| c.to_ascii_uppercase());
                    first
                        .into_iter()
                        .chain(camel(chars.as_str()).chars())
                        .collect()
                }
                _ => key,
            })
    }
}

/// Each hyphen before a letter makes a capital of it.
fn camel(key: &str) -> String {
    let mut name = String::new();
    let mut chars = key.chars().peekable();
    while let Some(c) = chars.next() {
        match chars.next_if(|next| c == '-' && next.is_ascii_lowercase()) {
            Some(letter) => name.push(letter.to_ascii_uppercase()),
            None => name.push(c),
        }
    }
    name
}
