//! Every valid vector in the genuine client: what is printed does what the vector says.
//!
//! It is printed three times: by `html!` from the literal one, by the builder, and by attributes that stand alone.
//! Each vector has a page of its own in a frame of its own, a few at a time, so that waiting costs no time. The
//! pages hold what the templates printed and nothing else that the library wrote.

#[path = "../../../support/package.rs"]
mod package;
#[path = "../../../datastar/program.rs"]
#[expect(dead_code, reason = "the errors are for the tests of the templates")]
mod program;
mod typed;
#[path = "../../../datastar/vector.rs"]
#[expect(
    dead_code,
    reason = "invalid vectors are for the tests of the templates"
)]
mod vector;

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use serde_json::{Value, json};
use starmark_browser::{Page, Site, client, in_browser};

use program::compile;
use vector::{FILES, Vector, read};

/// Runs in the page around the frames.
const RUNNER: &str = include_str!("runner.js");

/// Runs in each frame before the client does.
const RECORDER: &str = include_str!("recorder.js");

/// Frames in one call of the runner, which has to be back before chromedriver gives up.
const TOGETHER: usize = 60;

/// What the vectors that only send a request have to send; their files do not say it.
const REQUESTS: [(&str, &str); 12] = [
    (
        "V124",
        r#"is("GET", "/r?x=1&datastar=%7B%22n%22%3A1%7D", null)"#,
    ),
    (
        "V125",
        r#"is("POST", "/r", '{"n":1}') && header("content-type") === "application/json""#,
    ),
    ("V126", r#"is("PUT", "/r", "{}")"#),
    ("V128", r#"is("DELETE", "/r?datastar=%7B%7D", null)"#),
    ("V129", r#"is("QUERY", "/r", "{}")"#),
    ("V130", r#"is("POST", "/r", '{"z":4}')"#),
    ("V132", r#"is("POST", "/r", '{"user":{"a":1}}')"#),
    (
        "V133",
        r#"is("GET", "/r?datastar=%7B%7D", null) && header("x-t") === "1""#,
    ),
    ("V134", r#"is("POST", "/r", "x=1+2")"#),
    ("V136", r#"is("GET", "/r?datastar=%7B%7D", null)"#),
    ("V137", r#"is("GET", "/r?datastar=%7B%7D", null)"#),
    ("V138", r#"is("GET", "/r?datastar=%7B%7D", null)"#),
];

/// What was printed, by the vector.
type Printed = BTreeMap<String, String>;

#[test]
fn what_templates_print_does_what_the_client_promises() {
    let vectors = vectors();
    let mut printed = compile("datastar-valid", &library(), &["json"], &vectors).printed;
    let refused = vector::json(&folder().join("refused.json"));
    printed.retain(|id, _| refused.get(id).is_none());
    in_browser(site(&vectors, &printed), |browser, site| {
        let failures = failures(&browser.open(&site.url("/")), &vectors, &printed);
        assert!(failures.is_empty(), "{}", failures.join("\n"));
    });
}

#[test]
fn what_the_builder_prints_does_what_the_client_promises() {
    let vectors = vectors();
    let printed = typed::elements(&vectors);
    in_browser(site(&vectors, &printed), |browser, site| {
        let failures = failures(&browser.open(&site.url("/")), &vectors, &printed);
        assert!(failures.is_empty(), "{}", failures.join("\n"));
    });
}

#[test]
fn what_stands_alone_does_what_the_client_promises() {
    let vectors = vectors();
    let printed = typed::attributes(&vectors);
    in_browser(site(&vectors, &printed), |browser, site| {
        let failures = failures(&browser.open(&site.url("/")), &vectors, &printed);
        assert!(failures.is_empty(), "{}", failures.join("\n"));
    });
}

#[test]
fn strings_from_elsewhere_stay_strings() {
    let (vectors, printed) = typed::values();
    in_browser(site(&vectors, &printed), |browser, site| {
        let failures = failures(&browser.open(&site.url("/")), &vectors, &printed);
        assert!(failures.is_empty(), "{}", failures.join("\n"));
    });
}

fn library() -> PathBuf {
    let library = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    library.canonicalize().expect("the repository")
}

fn folder() -> PathBuf {
    library().join("tests/datastar")
}

fn vectors() -> Vec<Vector> {
    read(&folder(), &FILES, "valid")
}

/// Runs the vectors that were printed.
fn failures(page: &Page<'_>, vectors: &[Vector], printed: &Printed) -> Vec<String> {
    let mut vectors: Vec<_> = vectors
        .iter()
        .filter(|v| printed.contains_key(&v.id))
        .collect();
    // Those that wait longest begin first.
    vectors.sort_by_key(|vector| std::cmp::Reverse(waits(vector)));
    let mut failures = Vec::new();
    for vectors in vectors.chunks(TOGETHER) {
        let list = vectors
            .iter()
            .map(|vector| with_request(vector, &printed[&vector.id]));
        let list = Value::Array(list.collect()).to_string();
        let answer = page.evaluate("return run(JSON.parse(arguments[0]))", &[&list]);
        let answer = answer.as_array().expect("a list of failures");
        failures.extend(answer.iter().filter_map(Value::as_str).map(str::to_owned));
    }
    failures
}

fn site(vectors: &[Vector], printed: &Printed) -> Site {
    let client = fs::read(client()).expect("the client can be read");
    let runner = format!(
        "<!doctype html><title>Vectors</title><link rel=icon href=data:,><script>{RUNNER}</script>"
    );
    let mut answers = vec![
        ("/", "text/html; charset=utf-8", runner.into()),
        ("/datastar.js", "text/javascript", client),
        ("/r", "text/event-stream", Vec::new()),
        (
            "/im",
            "text/html",
            "<div id=\"a\" data-ignore-morph>new</div>".into(),
        ),
    ];
    for vector in vectors {
        if let Some(element) = printed.get(&vector.id) {
            // The paths of a site live as long as the program.
            let path = format!("/{}", vector.id).leak();
            answers.push((
                path,
                "text/html; charset=utf-8",
                page(vector, element).into(),
            ));
        }
    }
    Site::start(answers)
}

/// A page with the element, or one that is the element.
fn page(vector: &Vector, element: &str) -> String {
    let head = format!(
        "<meta charset=\"utf-8\"><title>{}</title><script>{RECORDER}</script>\
         <script type=\"module\" nonce=\"here\">import * as ds from '/datastar.js'; window.ds = ds; window.$ = ds.root;</script>",
        vector.id
    );
    if let Some(content) = element.strip_suffix("</html>") {
        return format!("<!doctype html>{content}{head}</html>");
    }
    let part = |name: &str| vector.json[name].as_str().unwrap_or_default();
    format!(
        "<!doctype html><html lang=\"en\">{head}<body>{}{element}{}</body></html>",
        part("pre"),
        part("post")
    )
}

fn waits(vector: &Vector) -> u64 {
    let wait = |name: &str| vector.json[name].as_u64().unwrap_or_default();
    wait("wait") + wait("wait2")
}

/// The vector with the check of its request, and with what was printed, to be named if it fails.
fn with_request(vector: &Vector, printed: &str) -> Value {
    let mut vector = vector.json.clone();
    vector["attr"] = json!(printed);
    let request = REQUESTS.iter().find(|(id, _)| vector["id"] == *id);
    if let Some((_, check)) = request {
        vector["chk"] = json!(check);
    }
    vector
}
