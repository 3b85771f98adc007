//! The genuine client compiles every source of the corpus of expressions, or refuses it as noted.
//!
//! The corpus belongs to the macro crate, whose own tests compare it with its parser. Here the
//! client itself is asked, so the corpus cannot be wrong about it.

use std::fs;

use serde_json::json;
use starmark_browser::{Browser, Page, Site, client, in_browser};

#[path = "../../../syntax/src/script/corpus.rs"]
mod corpus;

use corpus::{CORPUS, Verdict};

const PAGE: &str = r#"<!doctype html>
<html lang="en">
<title>Expressions</title>
<link rel="icon" href="data:,">
<script type="module" src="/datastar.js"></script>
<body><p id="ready" data-text="'ready'"></p></body>
</html>"#;

/// Compiled code is not run: a source may loop for ever, ask the user or leave the page.
const COMPILE_ONLY: &str = "
    const Real = window.Function;
    window.Function = function (...parts) {
        const compiled = Real(...parts);
        return window.compileOnly ? () => 'not run' : compiled;
    };
    window.Function.prototype = Real.prototype;
    console.error = () => {};";

/// Asks the client about each source, one element at a time, and answers with those it refuses.
const REFUSED: &str = "
    window.compileOnly = true;
    const [attribute, sources] = [arguments[0], JSON.parse(arguments[1])];
    let errors = [];
    window.addEventListener('error', (event) => {
        event.preventDefault();
        errors.push(String(event.error));
    });
    const turn = () => new Promise((done) => setTimeout(done));
    return (async () => {
        const refused = [];
        for (const source of sources) {
            errors = [];
            const element = document.createElement('i');
            element.setAttribute(attribute, source);
            document.body.append(element);
            await turn();
            element.dispatchEvent(new Event('compile'));
            if (errors.some((error) => error.includes('GenerateExpression'))) refused.push(source);
            else if (errors.length > 0) refused.push(`${source}: ${errors[0]}`);
            element.remove();
            await turn();
        }
        return refused;
    })();";

fn site() -> Site {
    let client = fs::read(client()).expect("the client can be read");
    Site::start(vec![
        ("/", "text/html; charset=utf-8", PAGE.into()),
        ("/datastar.js", "text/javascript", client),
    ])
}

/// A page on which the client has done its first pass.
fn ready<'b>(browser: &'b Browser, site: &Site) -> Page<'b> {
    let page = browser.blank();
    page.before_load(COMPILE_ONLY);
    page.load(&site.url("/"));
    page.wait_for_text("#ready", "ready");
    page
}

/// Asks about the whole corpus in one attribute, and compares.
fn compare(attribute: &str, verdict: fn(&(&str, Verdict, Verdict)) -> Verdict) {
    in_browser(site(), |browser, site| {
        let page = ready(browser, site);
        let sources: Vec<&str> = CORPUS.iter().map(|row| row.0).collect();
        let refused = page.evaluate(REFUSED, &[attribute, &json!(sources).to_string()]);
        let expected: Vec<&str> = CORPUS
            .iter()
            .filter(|row| matches!(verdict(row), Verdict::Fails | Verdict::Missed))
            .map(|row| row.0)
            .collect();
        let refused: Vec<&str> = refused
            .as_array()
            .into_iter()
            .flatten()
            .filter_map(|source| source.as_str())
            .collect();
        assert_eq!(refused, expected, "the client refuses the left ones");
    });
}

#[test]
fn the_client_refuses_as_statements_what_the_corpus_says() {
    compare("data-on:compile", |row| row.1);
}

#[test]
fn the_client_refuses_as_values_what_the_corpus_says() {
    compare("data-text", |row| row.2);
}
