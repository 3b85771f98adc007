//! How wide lines may be and how far they are moved in: what `rustfmt.toml` says of it.

use std::path::Path;

/// The options of rustfmt that templates follow.
/// <https://rust-lang.github.io/rustfmt/>
pub(crate) struct Style {
    pub(crate) max_width: usize,
    tab_spaces: usize,
    /// One step of indentation.
    pub(crate) unit: String,
}

impl Style {
    /// What rustfmt does without a file.
    pub(crate) fn new(max_width: usize) -> Self {
        Self {
            max_width,
            tab_spaces: 4,
            unit: " ".repeat(4),
        }
    }

    /// What the nearest `rustfmt.toml` above a file or folder says, if nothing else is asked for.
    pub(crate) fn of(path: &Path, max_width: Option<usize>) -> Self {
        let path = std::path::absolute(path).unwrap_or_else(|_| path.to_owned());
        let files = path.ancestors().flat_map(|folder| {
            ["rustfmt.toml", ".rustfmt.toml"].map(|name| std::fs::read_to_string(folder.join(name)))
        });
        let options = files.flatten().next().unwrap_or_default();
        let mut style = Self::read(&options);
        style.max_width = max_width.unwrap_or(style.max_width);
        style
    }

    /// Reads the three options, each on a line of its own; a file that is no TOML is rustfmt's business.
    fn read(options: &str) -> Self {
        let mut style = Self::new(100);
        let mut has_tabs = false;
        for line in options.lines() {
            let line = line.split('#').next().unwrap_or_default();
            let Some((name, value)) = line.split_once('=') else {
                continue;
            };
            match (name.trim(), value.trim()) {
                ("max_width", value) => style.max_width = value.parse().unwrap_or(style.max_width),
                ("tab_spaces", value) => {
                    style.tab_spaces = value.parse().unwrap_or(style.tab_spaces);
                }
                ("hard_tabs", value) => has_tabs = value == "true",
                _ => {}
            }
        }
        style.unit = if has_tabs {
            "\t".to_owned()
        } else {
            " ".repeat(style.tab_spaces)
        };
        style
    }

    /// How much of a line a text takes.
    pub(crate) fn width_of(&self, text: &str) -> usize {
        let width = |c: char| if c == '\t' { self.tab_spaces } else { 1 };
        text.chars().map(width).sum()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn options_of_rustfmt() {
        let style = Style::read(
            "edition = \"2024\"\nmax_width = 80 # narrow\nhard_tabs = true\ntab_spaces=2\n",
        );
        assert_eq!((style.max_width, style.unit.as_str()), (80, "\t"));
        assert_eq!(style.width_of("\ta"), 3);
        assert_eq!(Style::read("max_width = \"wide\"").max_width, 100);
    }
}
