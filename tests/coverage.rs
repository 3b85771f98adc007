//! `COVERAGE.md` has one row for each capability, and names only what there is; so does the guide `docs/live.md`.

use std::fs;
use std::path::Path;

const COVERAGE: &str = include_str!("../COVERAGE.md");
const GUIDE: &str = include_str!("../docs/live.md");
const CAPABILITIES: [(&str, usize); 6] = [
    ("DP", 50),
    ("HT", 16),
    ("SN", 27),
    ("ST", 62),
    ("BS", 54),
    ("FS", 24),
];

/// The rows of the tables, as cells.
fn rows() -> impl Iterator<Item = Vec<&'static str>> {
    let is_row = |line: &&str| {
        let mut families = CAPABILITIES.iter();
        families.any(|(family, _)| line.starts_with(&format!("| {family}-")))
    };
    let rows = COVERAGE.lines().filter(is_row);
    rows.map(|row| row.split('|').map(str::trim).collect())
}

/// The links of a text: what each says, and the file that it goes to.
fn links(text: &str) -> impl Iterator<Item = (&str, &str)> {
    text.split('[').skip(1).filter_map(|rest| {
        let (text, rest) = rest.split_once("](")?;
        let (link, _) = rest.split_once(')')?;
        Some((text, link.split('#').next()?))
    })
}

#[test]
fn each_capability_has_one_row() {
    let ids: Vec<_> = rows().map(|row| row[1].to_owned()).collect();
    let numbered = |(family, count): &(&str, usize)| {
        let family = (*family).to_owned();
        (1..=*count).map(move |number| format!("{family}-{number:02}"))
    };
    let expected: Vec<_> = CAPABILITIES.iter().flat_map(numbered).collect();
    assert_eq!(ids, expected);
}

#[test]
fn each_row_shows_something() {
    for row in rows() {
        let ["", id, capability, here, ""] = row[..] else {
            panic!("not three cells: {row:?}");
        };
        assert!(!capability.is_empty(), "{id} has no name");
        let is_shown = here.contains("](") || here.starts_with("**no**: ");
        assert!(is_shown, "{id} has neither a link nor a reason");
    }
}

#[test]
fn few_are_missing() {
    let missing: Vec<_> = rows().filter(|row| row[3].contains("**no**")).collect();
    assert!(missing.len() < 10, "{missing:#?}");
}

/// What a link calls by its name, an item or a test, has to stand in the file that it leads to.
#[test]
fn each_link_leads_to_what_it_says() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let problem = |(text, link): (&str, &str)| {
        let path = root.join(link);
        let name = text.trim_matches('`').rsplit("::").next().unwrap_or(text);
        let name = if link.starts_with("tests/") {
            format!("fn {name}")
        } else {
            name.to_owned()
        };
        if !path.exists() {
            Some(format!("{link} is not there"))
        } else if text.starts_with('`')
            && !has_word(&fs::read_to_string(path).expect("text"), &name)
        {
            Some(format!("{link} has no `{name}`"))
        } else {
            None
        }
    };
    let problems: Vec<_> = links(COVERAGE).filter_map(problem).collect();
    assert!(problems.is_empty(), "{problems:#?}");
}

#[test]
fn each_link_of_the_guide_leads_somewhere() {
    let docs = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs");
    for (_, link) in links(GUIDE) {
        assert!(docs.join(link).exists(), "{link} is not there");
    }
}

/// A path that is written without a link would not be looked at.
#[test]
fn each_path_is_a_link() {
    let starts = [
        "src/",
        "tests/",
        "examples/",
        "docs/",
        "benches/",
        "macros/",
    ];
    for word in COVERAGE.split(|letter: char| letter.is_whitespace() || "`[|".contains(letter)) {
        let is_path = starts.iter().any(|start| word.starts_with(start));
        assert!(!is_path, "{word} is no link");
    }
}

fn has_word(text: &str, name: &str) -> bool {
    let is_part = |letter: char| letter.is_alphanumeric() || letter == '_';
    text.match_indices(name).any(|(at, _)| {
        !text[..at].ends_with(is_part) && !text[at + name.len()..].starts_with(is_part)
    })
}
