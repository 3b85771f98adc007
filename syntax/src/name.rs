//! The names of Datastar's attributes, split as the client splits them
//! (<https://data-star.dev/reference/attributes>).

/// The parts of a name behind `data-`: `on`, `click`, and `debounce` with `200ms`.
#[derive(Debug, PartialEq, Eq)]
pub struct Parts<'a> {
    pub plugin: &'a str,
    pub key: Option<&'a str>,
    /// Labels, each with its tags.
    pub modifiers: Vec<(&'a str, Vec<&'a str>)>,
}

impl<'a> Parts<'a> {
    pub fn of(name: &'a str) -> Self {
        let (name, modifiers) = name.split_at(name.find("__").unwrap_or(name.len()));
        // A key has at least one character; without it the colon stays in the plugin's name.
        let colon = name.find(':').filter(|colon| colon + 1 < name.len());
        Self {
            plugin: &name[..colon.unwrap_or(name.len())],
            key: colon.map(|colon| &name[colon + 1..]),
            modifiers: modifiers.split("__").skip(1).map(modifier).collect(),
        }
    }
}

fn modifier(part: &str) -> (&str, Vec<&str>) {
    let mut pieces = part.split('.');
    let label = pieces.next().unwrap_or_default();
    (label, pieces.collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_split_as_the_client_does() {
        let name = Parts::of("on:click__debounce.500ms.leading__prevent");
        assert_eq!((name.plugin, name.key), ("on", Some("click")));
        let debounce = ("debounce", vec!["500ms", "leading"]);
        assert_eq!(name.modifiers, [debounce, ("prevent", Vec::new())]);
        for (name, plugin, key) in [
            ("on:htmx:after-swap", "on", Some("htmx:after-swap")),
            ("signals:foo.bar", "signals", Some("foo.bar")),
            ("on:", "on:", None),
            ("signals:__foo", "signals:", None),
            ("on-click", "on-click", None),
            ("", "", None),
        ] {
            let parts = Parts::of(name);
            assert_eq!((parts.plugin, parts.key), (plugin, key), "{name}");
        }
        assert_eq!(
            Parts::of("signals:foo___ifmissing").modifiers[0].0,
            "_ifmissing"
        );
    }
}
