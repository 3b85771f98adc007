//! What the genuine client makes of an attribute decides whether a template compiles.
//!
//! `vectors.json` was measured with the client; `more.json` goes on where it ends; `reference.json` has the shapes
//! of Datastar's documentation. Each valid vector compiles and prints what it says; each invalid one does not
//! compile. The exceptions stand in `refused.json` and `accepted.json`, each with its reason, and both tests fail
//! when one of them no longer is one.

#[path = "../support/dom.rs"]
mod dom;
#[path = "../support/package.rs"]
mod package;
mod program;
#[expect(dead_code, reason = "what a browser has to do is for its test")]
mod vector;

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};

use program::{Complaint, Outcome, Place, compile};
use vector::{Attribute, FILES, Vector, json, read};

#[test]
fn what_the_client_reads_compiles_and_is_printed_as_it_is() {
    let vectors = read(&folder(), &FILES, "valid");
    let mut outcome = compile("datastar-valid", library(), &["json"], &vectors);
    for vector in &vectors {
        let printed = outcome.printed.get(&vector.id);
        if let Some(difference) = printed.and_then(|printed| difference(vector, printed)) {
            outcome.refused.insert(vector.id.clone(), vec![difference]);
        }
    }
    report("valid.txt", &vectors, &outcome);
    let refused = outcome.refused.keys().cloned().collect();
    assert_excepted(
        "refused.json",
        "does not compile to itself",
        &refused,
        &outcome,
    );
}

#[test]
fn what_the_client_cannot_read_does_not_compile() {
    let vectors = read(&folder(), &FILES, "invalid");
    let outcome = compile("datastar-invalid", library(), &["json"], &vectors);
    let path = report("invalid.txt", &vectors, &outcome);
    println!("the messages are in {}", path.display());
    let misplaced = outcome
        .refused
        .iter()
        .filter(|(_, complaints)| !is_in_place(complaints));
    let misplaced: Vec<_> = misplaced.collect();
    assert!(misplaced.is_empty(), "not at the attribute: {misplaced:#?}");
    let accepted = outcome.printed.keys().cloned().collect();
    assert_excepted("accepted.json", "compiles", &accepted, &outcome);
}

#[test]
fn pro_attributes_compile_with_their_feature() {
    let vectors = read(&folder(), &["pro.json"], "valid");
    let outcome = compile("datastar-pro", library(), &["json", "pro"], &vectors);
    report("pro.txt", &vectors, &outcome);
    assert!(outcome.refused.is_empty(), "{:#?}", outcome.refused);
}

/// The first error is the one that people read, so it stands at the attribute; others stay in the template.
fn is_in_place(complaints: &[Complaint]) -> bool {
    let mut places = complaints.iter().map(|complaint| complaint.place);
    places.next() == Some(Place::Attribute) && places.all(|place| place != Place::Elsewhere)
}

fn library() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn folder() -> PathBuf {
    library().join("tests/datastar")
}

/// The vectors that are what they should not be are those of the table.
fn assert_excepted(table: &str, verdict: &str, found: &BTreeSet<String>, outcome: &Outcome) {
    let reasons: BTreeMap<String, String> =
        serde_json::from_value(json(&folder().join(table))).expect("an object of texts");
    let mut wrong = String::new();
    for id in found.iter().filter(|id| !reasons.contains_key(*id)) {
        let complaint = outcome.refused.get(id).map(|complaints| &complaints[0]);
        let message = complaint.map_or("", |complaint| &complaint.message);
        let _ = writeln!(wrong, "{id} {verdict} {message}");
    }
    for (id, reason) in reasons.iter().filter(|(id, _)| !found.contains(*id)) {
        let _ = writeln!(
            wrong,
            "{id} is in {table} ({reason}), but not so: {verdict}"
        );
    }
    assert!(wrong.is_empty(), "{wrong}");
}

/// What is wrong unless the tree is the one of the vector, and the names have the same bytes.
fn difference(vector: &Vector, printed: &str) -> Option<Complaint> {
    let Vector { inner, .. } = vector;
    // A fragment has no `html`, so the attributes of one are compared on another element.
    let tag = vector.tag.replace("html", "div");
    let printed = printed.replace("<html ", "<div ");
    let mut source = format!("<{tag} id=\"a\"");
    for Attribute { name, value } in vector.all() {
        let value = value.as_deref().map(|value| {
            let quote = if value.contains('"') { '\'' } else { '"' };
            format!("={quote}{value}{quote}")
        });
        let _ = write!(source, " {name}{}", value.unwrap_or_default());
    }
    let _ = write!(source, ">{inner}");
    let is_named = |Attribute { name, value }: &Attribute| {
        let ends: &[&str] = if value.is_some() {
            &["=\""]
        } else {
            &[" ", ">"]
        };
        let mut ends = ends.iter();
        ends.any(|end| printed.contains(&format!(" {name}{end}")))
    };
    let is_equal =
        dom::tree(&source) == dom::tree(&printed) && vector.attributes.iter().all(is_named);
    (!is_equal).then(|| Complaint {
        message: format!("it compiles, but prints {printed}"),
        labels: Vec::new(),
        underlined: Vec::new(),
        place: Place::Attribute,
    })
}

/// Writes down what rustc said about each vector, to be read by people.
fn report(file: &str, vectors: &[Vector], outcome: &Outcome) -> PathBuf {
    let mut text = String::new();
    for vector in vectors {
        let _ = writeln!(
            text,
            "{} {}\n    {}",
            vector.id, vector.source, vector.about
        );
        match outcome.refused.get(&vector.id) {
            Some(complaints) => complaints
                .iter()
                .for_each(|complaint| line(complaint, &mut text)),
            None => text.push_str("    compiles\n"),
        }
        text.push('\n');
    }
    let folder = package::shared_target().join("vectors");
    fs::create_dir_all(&folder).expect("a folder for the reports");
    let path = folder.join(file);
    fs::write(&path, text).expect("a report");
    path
}

fn line(complaint: &Complaint, text: &mut String) {
    let Complaint {
        message,
        labels,
        underlined,
        place,
    } = complaint;
    let _ = writeln!(text, "    error: {message}");
    let place = match place {
        Place::Attribute => "at",
        Place::Template => "beside the attribute, at",
        Place::Elsewhere => "elsewhere, at",
    };
    for underlined in underlined {
        let _ = writeln!(text, "    {place} `{underlined}`");
    }
    for label in labels {
        let _ = writeln!(text, "    label: {label}");
    }
}
