//! The code beside a demo: regions of the files that are compiled, so that it is never another than what runs.
//!
//! A region begins behind the line `// region: name` and ends before the next line `// endregion`; in CSS, the comments are
//! those of CSS.

use starmark::prelude::*;

use crate::highlight;

/// A region of a file.
#[derive(Debug)]
pub(crate) struct Source {
    /// The name of the file.
    pub(crate) name: &'static str,
    /// What is in it.
    pub(crate) file: &'static str,
    pub(crate) region: &'static str,
}

/// What the comment in a line says, in Rust, JavaScript or CSS.
fn comment(line: &str) -> Option<&str> {
    let line = line.trim();
    let css = || line.strip_prefix("/*")?.strip_suffix("*/");
    line.strip_prefix("//").or_else(css).map(str::trim)
}

/// The region that begins here.
fn begin(line: &str) -> Option<&str> {
    comment(line)?.strip_prefix("region: ")
}

impl Source {
    /// The lines of the region, without what all of them are indented by; nothing, if there is no such region.
    pub(crate) fn code(&self) -> Option<String> {
        let mut lines = self.file.lines();
        lines.find(|line| begin(line) == Some(self.region))?;
        let lines: Vec<_> = lines.collect();
        let end = lines
            .iter()
            .position(|line| comment(line) == Some("endregion"))?;
        Some(flush(&lines[..end]))
    }

    /// What kind of file it is.
    pub(crate) fn extension(&self) -> &'static str {
        self.name
            .rsplit_once('.')
            .map_or("", |(_, extension)| extension)
    }

    /// The names of all regions of the file.
    #[cfg(test)]
    pub(crate) fn regions(&self) -> impl Iterator<Item = &'static str> {
        self.file.lines().filter_map(begin)
    }
}

impl Render for Source {
    fn render_to(&self, out: &mut Buffer) {
        let keywords = match self.extension() {
            "rs" => highlight::RUST,
            "js" => highlight::JAVASCRIPT,
            _ => &[],
        };
        let text = self.code().unwrap_or_default();
        highlight::Code {
            text: &text,
            keywords,
        }
        .render_to(out);
    }
}

/// Moves lines to the left margin.
fn flush(lines: &[&str]) -> String {
    let indent = |line: &&str| line.len() - line.trim_start().len();
    let written = lines.iter().filter(|line| !line.trim().is_empty());
    let margin = written.map(indent).min().unwrap_or(0);
    let lines: Vec<_> = lines
        .iter()
        .map(|line| line.get(margin..).unwrap_or(""))
        .collect();
    lines.join("\n")
}

#[cfg(test)]
mod tests {
    use super::Source;

    const FILE: &str = "use a;\n// region: one\nfn one() {}\n// endregion\nmod b {\n    // region: two\n    fn two() {\n\n        1\n    }\n    // endregion\n}\n// region: three\nfn";

    fn code(region: &'static str) -> Option<String> {
        Source {
            name: "file.rs",
            file: FILE,
            region,
        }
        .code()
    }

    #[test]
    fn regions_are_cut_out_and_moved_to_the_margin() {
        assert_eq!(code("one").as_deref(), Some("fn one() {}"));
        assert_eq!(code("two").as_deref(), Some("fn two() {\n\n    1\n}"));
    }

    #[test]
    fn a_region_that_is_not_there_or_has_no_end_is_none() {
        assert_eq!(code("on"), None);
        assert_eq!(code("three"), None);
    }
}
