//! The vectors of `tests/datastar`, which were measured with the client, as finished HTML.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};

use starmark::testing::{Finding, check_page};

use crate::vector::{Attribute, FILES, Vector, json, read};

/// The attributes of Datastar Pro, which, like three actions, are right where the feature `pro` is on.
const PRO: std::ops::RangeInclusive<u32> = 297..=308;

#[test]
fn what_the_client_reads_gives_no_finding() {
    let mut wrong = String::new();
    for vector in read(&folder(), &FILES, "valid") {
        for finding in check(&vector) {
            let _ = writeln!(wrong, "{} {}: {finding}", vector.id, vector.about);
        }
    }
    assert!(wrong.is_empty(), "{wrong}");
}

#[test]
fn what_the_client_cannot_read_gives_one() {
    let (mut report, mut passed) = (String::new(), BTreeSet::new());
    for vector in read(&folder(), &FILES, "invalid") {
        let findings = check(&vector);
        let _ = writeln!(
            report,
            "{} {}\n    {}",
            vector.id, vector.source, vector.about
        );
        for finding in &findings {
            let _ = writeln!(report, "    {finding}");
        }
        if findings.is_empty() && !is_pro(&vector.id) {
            passed.insert(vector.id);
        }
    }
    let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join("findings.txt");
    fs::write(&path, report).expect("a report");
    println!("the findings are in {}", path.display());
    assert_excepted(&passed);
}

#[cfg(feature = "pro")]
#[test]
fn pro_attributes_give_none_with_their_feature() {
    for vector in read(&folder(), &["pro.json"], "valid") {
        assert_eq!(check(&vector), [], "{}", vector.source);
    }
}

/// The vectors without a finding are those of the table.
fn assert_excepted(passed: &BTreeSet<String>) {
    let table = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/check/accepted.json");
    let reasons: BTreeMap<String, String> =
        serde_json::from_value(json(&table)).expect("an object of texts");
    let listed: BTreeSet<_> = reasons.into_keys().collect();
    let missing: Vec<_> = passed.difference(&listed).collect();
    let found: Vec<_> = listed.difference(passed).collect();
    assert!(
        missing.is_empty(),
        "without a finding, and not in the table: {missing:?}"
    );
    assert!(
        found.is_empty(),
        "in the table, and with a finding: {found:?}"
    );
}

fn is_pro(id: &str) -> bool {
    if cfg!(feature = "pro") && ["X49", "Y153", "Y154"].contains(&id) {
        return true;
    }
    let number = id.strip_prefix('Y').and_then(|number| number.parse().ok());
    cfg!(feature = "pro") && number.is_some_and(|number| PRO.contains(&number))
}

fn check(vector: &Vector) -> Vec<Finding> {
    check_page(&html(vector))
}

/// The element as the page has it.
fn html(vector: &Vector) -> String {
    let part = |name: &str| vector.json[name].as_str().unwrap_or_default();
    let Vector {
        tag, inner, source, ..
    } = vector;
    let mut html = format!("{}<{tag} id=\"a\"", part("pre"));
    for Attribute { name, value } in &vector.extra {
        let value = value.as_deref().map(|value| {
            let quote = if value.contains('"') { '\'' } else { '"' };
            format!("={quote}{value}{quote}")
        });
        let _ = write!(html, " {name}{}", value.unwrap_or_default());
    }
    let _ = write!(html, " {source}>{inner}</{tag}>{}", part("post"));
    html
}

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/datastar")
}
