//! `starmark check`: findings with their places, and how it ends.

use std::fs;
use std::io::{Read as _, Write as _};
use std::net::TcpListener;
use std::thread;

use crate::command::{run, run_alone};

const WRONG: &str = "<ul>\n<li><button data-on:clik=\"@get('/x')\">Go</button>\n</ul>\n";

#[test]
fn a_page_without_mistakes_is_silent() {
    let output = run_alone(
        &["check", "-"],
        "<button data-on:click=\"@get('/x')\">Go</button>",
    );
    assert_eq!(
        (output.code, output.out.as_str(), output.err.as_str()),
        (0, "", "")
    );
}

#[test]
fn a_mistake_is_told_with_its_place() {
    let output = run_alone(&["check", "-"], WRONG);
    assert_eq!(output.code, 1);
    assert_eq!(
        output.err,
        "<stdin>:2: error: <button data-on:clik=…>: browsers have no event `clik`; did you mean `click`?\n"
    );
}

#[test]
fn what_may_be_meant_is_a_warning() {
    let output = run_alone(&["check", "-"], "<p hx-get=\"/x\">Text</p>");
    assert_eq!(output.code, 0);
    assert!(
        output.err.starts_with("<stdin>:1: warning: <p hx-get=…>: "),
        "{}",
        output.err
    );
}

#[test]
fn the_pages_of_a_folder_are_checked() {
    let folder = tempfile::tempdir().expect("a folder");
    for (name, html) in [("a.html", WRONG), ("b.txt", WRONG), ("c.htm", "<p>Fine")] {
        fs::write(folder.path().join(name), html).expect("a file");
    }
    let output = run(folder.path(), &["check", "."], "");
    assert_eq!(output.code, 1);
    assert!(
        output.err.starts_with("./a.html:2: error: "),
        "{}",
        output.err
    );
    assert_eq!(output.err.lines().count(), 1, "{}", output.err);
}

#[test]
fn what_cannot_be_read_is_told_and_the_rest_is_checked() {
    let folder = tempfile::tempdir().expect("a folder");
    fs::write(folder.path().join("a.html"), WRONG).expect("a file");
    let output = run(folder.path(), &["check", "nothing.html", "a.html"], "");
    assert_eq!(output.code, 2);
    assert!(output.err.contains("nothing.html"), "{}", output.err);
    assert!(output.err.contains("a.html:2: error: "), "{}", output.err);
}

/// The address of a server that answers one request with this.
fn served(answer: String) -> String {
    let listener = TcpListener::bind("127.0.0.1:0").expect("a port");
    let address = listener.local_addr().expect("an address");
    thread::spawn(move || {
        let (mut stream, _) = listener.accept().expect("a client");
        let mut request = [0; 4096];
        let _ = stream.read(&mut request).expect("a request");
        stream.write_all(answer.as_bytes()).expect("it listens");
    });
    format!("http://{address}/")
}

fn answer(status: &str, kind: &str, body: &str) -> String {
    let length = body.len();
    format!("HTTP/1.1 {status}\r\nContent-Type: {kind}\r\nContent-Length: {length}\r\n\r\n{body}")
}

#[test]
fn a_page_of_a_server_is_checked_whatever_its_status() {
    for status in ["200 OK", "422 Unprocessable Content"] {
        let url = served(answer(status, "text/html; charset=utf-8", WRONG));
        let output = run_alone(&["check", &url], "");
        assert_eq!(output.code, 1, "{}", output.err);
        assert!(
            output.err.starts_with(&format!("{url}:2: error: <button")),
            "{}",
            output.err
        );
    }
}

#[test]
fn an_address_without_a_page_is_an_error() {
    let url = served(answer("200 OK", "application/json", "{}"));
    let output = run_alone(&["check", &url], "");
    assert_eq!(output.code, 2);
    let expected = format!("error: {url} answers `application/json`, which is no page\n");
    assert_eq!(output.err, expected);
    let output = run_alone(&["check", "http://127.0.0.1:1/"], "");
    assert_eq!(output.code, 2);
    assert!(
        output.err.contains("http://127.0.0.1:1/ cannot be read: "),
        "{}",
        output.err
    );
}
