//! `docs/mistakes.md` has one row for each mistake, and names only cases that there are.

use std::path::Path;

const MISTAKES: &str = include_str!("../docs/mistakes.md");
const COUNT: usize = 46;

/// The rows of the table, as cells.
fn rows() -> impl Iterator<Item = Vec<&'static str>> {
    let rows = MISTAKES.lines().filter(|line| line.starts_with("| M"));
    rows.map(|row| row.split('|').map(str::trim).collect())
}

/// The targets of the links in a cell.
fn links(cell: &str) -> impl Iterator<Item = &str> {
    cell.split("](")
        .skip(1)
        .filter_map(|rest| rest.split(')').next())
}

#[test]
fn each_mistake_has_one_row() {
    let numbers: Vec<_> = rows().map(|row| row[1].to_owned()).collect();
    let expected: Vec<_> = (1..=COUNT).map(|number| format!("M{number:02}")).collect();
    assert_eq!(numbers, expected);
}

#[test]
fn each_row_has_a_case_or_a_reason() {
    for row in rows() {
        let ["", number, mistake, cases, _, remains, ""] = row[..] else {
            panic!("not five cells: {row:?}");
        };
        assert!(!mistake.is_empty(), "{number} has no name");
        assert!(
            !remains.is_empty() || links(cases).next().is_some(),
            "{number} has neither a case nor a reason"
        );
    }
}

/// The tests of finished pages name the mistakes that they are about.
#[test]
fn what_is_seen_in_a_page_is_tested() {
    const PAGES: &str = concat!(
        include_str!("check/mistakes.rs"),
        include_str!("check/site.rs")
    );
    for row in rows() {
        let (number, seen) = (row[1], row[4]);
        assert_eq!(PAGES.contains(number), !seen.is_empty(), "{number}: {seen}");
    }
}

#[test]
fn each_case_is_there() {
    let docs = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs");
    for link in links(MISTAKES) {
        assert!(docs.join(link).is_file(), "{link} is no file");
    }
}
