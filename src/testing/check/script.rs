//! The scripts of a page: the client itself, other libraries, and what they declare.

use std::collections::HashSet;

use super::Report;
use super::element::Element;
use crate::client::VERSION;

/// What scripts may add to what the attributes say.
pub(super) struct Scripts {
    /// The code in the page.
    pub(super) code: String,
    /// The addresses of the others.
    addresses: Vec<String>,
    /// The elements that a script finds by name.
    pub(super) ids: HashSet<String>,
}

impl Scripts {
    pub(super) fn of(elements: &[Element<'_>]) -> Self {
        let scripts = || elements.iter().filter(|element| element.name == "script");
        let ids = elements.iter().filter_map(|element| element.get("id"));
        Self {
            code: scripts().map(|script| script.text() + "\n").collect(),
            addresses: scripts()
                .filter_map(|script| script.get("src"))
                .map(str::to_ascii_lowercase)
                .collect(),
            ids: ids.map(str::to_owned).collect(),
        }
    }

    /// Whether the code mentions a name.
    pub(super) fn names(&self, name: &str) -> bool {
        let is_word = |c: char| c.is_alphanumeric() || matches!(c, '_' | '$');
        self.code.match_indices(name).any(|(at, _)| {
            let (before, behind) = (&self.code[..at], &self.code[at + name.len()..]);
            !before.ends_with(is_word) && !behind.starts_with(is_word)
        })
    }

    /// Whether the page loads a library whose file has such a name.
    pub(super) fn loads(&self, library: &str) -> bool {
        self.addresses.iter().any(|it| it.contains(library))
            || self.code.contains(&format!("/{library}"))
    }

    /// Whether the code changes signals by what the client exports.
    pub(super) fn sets_signals(&self) -> bool {
        let exports = ["mergePatch", "mergePaths", "root", "signal", "computed"];
        self.code.contains("datastar") && exports.iter().any(|export| self.names(export))
    }
}

/// A script element that loads the client.
pub(super) fn check(element: &Element<'_>, report: &mut Report) {
    let Some(address) = element.get("src").filter(|_| element.name == "script") else {
        return;
    };
    if !is_client(address) {
        return;
    }
    if !element
        .get("type")
        .is_some_and(|it| it.eq_ignore_ascii_case("module"))
    {
        report.on(
            element,
            format!(
                "the client is a module, which does not run as a plain script: write `<script type=\"module\" src=\"{address}\">`"
            ),
        );
    }
    if let Some(version) = version(address).filter(|version| *version != VERSION) {
        let message = format!(
            "this is Datastar {version}, and the rules here are those of {VERSION}: other versions read some attributes otherwise"
        );
        report.on(element, message).advise();
    }
}

/// Whether a file has the name of one of the client's bundles, with whatever tells its copies apart.
fn is_client(address: &str) -> bool {
    let path = address.split(['?', '#']).next().unwrap_or_default();
    let file = path.rsplit('/').next().unwrap_or_default();
    let Some(rest) = file
        .strip_prefix("datastar")
        .and_then(|file| file.strip_suffix(".js"))
    else {
        return false;
    };
    let bundles = ["-aliased", "-core", "-pro", "-rocket"];
    let rest = bundles
        .iter()
        .find_map(|bundle| rest.strip_prefix(bundle))
        .unwrap_or(rest);
    let rest = rest.strip_suffix(".min").unwrap_or(rest);
    rest.is_empty() || rest.starts_with(['-', '.']) && rest.contains(|c: char| c.is_ascii_digit())
}

/// The version in an address such as `…/datastar@1.0.0-RC.5/bundles/datastar.js`.
fn version(address: &str) -> Option<&str> {
    let (_, rest) = address.split_once("datastar@")?;
    let version = rest.split('/').next()?;
    let version = version.strip_prefix('v').unwrap_or(version);
    // `@1` and `@main` are none that could be compared.
    (version.matches('.').count() >= 2).then_some(version)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_client_is_known_by_its_name() {
        for address in [
            "/datastar.js",
            "datastar.min.js?v=1",
            "/static/datastar-aliased.js",
            "https://cdn.example/gh/starfederation/datastar@1.0.4/bundles/datastar-rocket.js",
            "/datastar-1.0.4-0123456789abcdef.js",
        ] {
            assert!(is_client(address), "{address}");
        }
        for address in [
            "/datastar-helpers.js",
            "/my-datastar.js",
            "/datastar.css",
            "/x.js",
        ] {
            assert!(!is_client(address), "{address}");
        }
        assert_eq!(
            version("/gh/a/datastar@v1.0.0-RC.5/b.js"),
            Some("1.0.0-RC.5")
        );
        assert_eq!(version("/gh/a/datastar@main/b.js"), None);
    }
}
