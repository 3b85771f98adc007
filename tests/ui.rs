//! Every mistake is one file in `ui/`, named by a sentence; beside it stands what rustc says.
//!
//! A message names the mistake in the user's words, points at the token, and says what to write instead.
//! `TRYBUILD=overwrite cargo test --test ui` writes the messages anew; read them before you commit.

/// The areas, a directory each.
const AREAS: [&str; 14] = [
    "attribute",
    "builder",
    "client",
    "component",
    "control",
    "datastar",
    "element",
    "js",
    "names",
    "routes",
    "signals",
    "state",
    "table",
    "value",
];

#[test]
fn mistakes_are_explained() {
    let cases = trybuild::TestCases::new();
    for area in AREAS {
        cases.compile_fail(format!("tests/ui/{area}/*.rs"));
    }
}
