//! Signals: what each kind of request is answered with, in every framework.

use std::fs;
use std::io::Write as _;
use std::thread;

use starmark::sse::Event;
use starmark_browser::Server;
use starmark_frameworks::{Answer, CLIENT, Connection, ask, in_each_framework, request, site};

in_each_framework! {
    bodies
    names_of_events
    queries
    headers
    the_size_of_bodies_is_limited
    a_body_without_a_length_is_limited_too
    a_body_of_100_megabytes_is_refused_early_and_takes_no_memory
    a_request_that_ends_early_does_no_harm
    long_queries
}

const JSON: &str = "the signals are not valid JSON";
const SHAPE: &str = "the signals do not have the expected shape";
const LARGE: &str = "the signals are too large";
const QUERY: &str = "the query parameter `datastar` is not encoded properly, or not the only one";

/// A greeting, or a refusal: one line of text that repeats nothing of the request.
#[track_caller]
fn assert_answer(answer: &Answer, status: u16, text: &str) {
    if status == 200 {
        let elements = format!("\ndata: elements <p id=\"greeting\">{text}</p>\n\n");
        assert_eq!(answer.status, 200);
        assert!(answer.body.ends_with(&elements), "{answer:?}");
    } else {
        assert_eq!((answer.status, &*answer.body), (status, text));
        assert_eq!(
            answer.header("content-type"),
            Some("text/plain; charset=utf-8")
        );
        assert!(answer.complete);
    }
}

fn bodies(server: &Server) {
    let deep = "[".repeat(100_000);
    let ignored = format!("{{\"zzz\":{}{}}}", deep, "]".repeat(100_000));
    let shallow = format!("{{\"zzz\":{}{}}}", "[".repeat(63), "]".repeat(63));
    let cases: [(&[u8], u16, &str); 15] = [
        (br#"{"name":"Ada","times":1e3}"#, 200, "Hello, Ada! (1000)"),
        (
            br#"{"name":"<b>\r","times":2.0}"#,
            200,
            "Hello, &lt;b&gt;&#13;! (2)",
        ),
        (b"{}", 200, "Hello, ! (0)"),
        (br#"{"times":null}"#, 200, "Hello, ! (0)"),
        (shallow.as_bytes(), 200, "Hello, ! (0)"),
        (b"", 400, JSON),
        (b"{", 400, JSON),
        (br#"{"name":"a","times":1} x"#, 400, JSON),
        (br#"{"name":"\ud83d"}"#, 400, JSON),
        (b"{\"name\":\"\xff\xfe\"}", 400, JSON),
        (b"\xef\xbb\xbf{}", 400, JSON),
        (deep.as_bytes(), 400, JSON),
        (ignored.as_bytes(), 400, JSON),
        (br#"{"times":"1"}"#, 422, SHAPE),
        (b"[]", 422, "the signals are not an object"),
    ];
    for (body, status, text) in cases {
        for method in ["POST", "PUT", "PATCH"] {
            let answer = ask(server, &request(method, "/signals", CLIENT, body));
            assert_answer(&answer, status, text);
        }
    }
}

/// What a name does that becomes the id of an event: nothing, if it would be more than that.
fn names_of_events(server: &Server) {
    let names = [
        ("Ada", Some("\nid: Ada\n")),
        (
            "x\n\nevent: datastar-patch-signals\ndata: signals pwn()\n\n",
            None,
        ),
        (
            "x\r\revent: datastar-patch-signals\rdata: signals pwn()\r\r",
            None,
        ),
        ("#x\nelements <img src=x onerror=pwn()>", None),
        ("x\0", None),
        ("日本", None),
    ];
    for (name, id) in names {
        let greeting = site::Greeting {
            name: name.to_owned(),
            times: 1,
        };
        let body = serde_json::json!({ "name": name, "times": 1 }).to_string();
        let answer = ask(
            server,
            &request("POST", "/signals", CLIENT, body.as_bytes()),
        );
        assert_eq!(answer.body, Event::from(site::greet(&greeting)).as_str());
        assert!(
            answer.body.starts_with("event: datastar-patch-elements\n"),
            "{answer:?}"
        );
        assert_eq!(
            answer.body.matches("\nid:").count(),
            usize::from(id.is_some())
        );
        assert!(id.is_none_or(|id| answer.body.contains(id)), "{answer:?}");
        assert_eq!(answer.body.matches("\n\n").count(), 1, "{answer:?}");
        assert!(!answer.body.contains(['\r', '\0']), "{answer:?}");
    }
}

fn queries(server: &Server) {
    let deep = format!("?datastar={}", "[".repeat(2000));
    let cases: [(&str, u16, &str); 11] = [
        ("", 200, "Hello, ! (0)"),
        ("?a=b", 200, "Hello, ! (0)"),
        ("?datastar=", 200, "Hello, ! (0)"),
        (
            "?datastar=%7B%22name%22:%22a+b%20%2B%C3%A9%22%7D",
            200,
            "Hello, a b +é! (0)",
        ),
        (
            "?a=b&datastar=%7B%22times%22:1e3%7D&c",
            200,
            "Hello, ! (1000)",
        ),
        ("?datastar=%22%FF%22", 400, QUERY),
        ("?datastar=%7B%22name%22:%22%ZZ%22%7D", 400, QUERY),
        ("?datastar=%7B%7D&datastar=%7B%7D", 400, QUERY),
        ("?datastar=x", 400, JSON),
        (&deep, 400, JSON),
        ("?datastar=%7B%22times%22:%22x%22%7D", 422, SHAPE),
    ];
    for (query, status, text) in cases {
        let path = format!("/signals{query}");
        for method in ["GET", "DELETE"] {
            let answer = ask(server, &request(method, &path, "", b"ignored"));
            assert_answer(&answer, status, text);
        }
    }
}

fn headers(server: &Server) {
    const FOREIGN: &str = "a request from another site cannot send signals";
    const STRANGER: &str = "signals in a body need the header `datastar-request`";
    const TYPE: &str = "signals in a body are `application/json`";
    let by_client = |kind: &str| format!("datastar-request: true\r\ncontent-type: {kind}\r\n");
    let form = "multipart/form-data; boundary=x";
    let cases = [
        (by_client("application/json"), 200, "Hello, ! (0)"),
        (
            by_client("application/JSON; charset=UTF-8"),
            200,
            "Hello, ! (0)",
        ),
        (by_client("application/json; charset=utf-16"), 415, TYPE),
        (by_client("text/plain"), 415, TYPE),
        (by_client("application/x-www-form-urlencoded"), 415, TYPE),
        (by_client(form), 415, TYPE),
        ("datastar-request: true\r\n".to_owned(), 415, TYPE),
        (
            "content-type: application/json\r\n".to_owned(),
            403,
            STRANGER,
        ),
        ("content-type: text/plain\r\n".to_owned(), 403, STRANGER),
        (
            format!("{CLIENT}sec-fetch-site: cross-site\r\n"),
            403,
            FOREIGN,
        ),
        (
            format!("{CLIENT}sec-fetch-site: same-origin\r\n"),
            200,
            "Hello, ! (0)",
        ),
    ];
    for (headers, status, text) in cases {
        let answer = ask(server, &request("POST", "/signals", &headers, b"{}"));
        assert_answer(&answer, status, text);
    }
    let foreign = "sec-fetch-site: cross-site\r\n";
    let answer = ask(server, &request("DELETE", "/signals", foreign, b""));
    assert_answer(&answer, 403, FOREIGN);
    let answer = ask(server, &request("GET", "/signals", foreign, b""));
    assert_answer(&answer, 200, "Hello, ! (0)");
}

/// Signals of so many bytes.
fn signals(size: usize) -> String {
    let name = "x".repeat(size - "{\"name\":\"\"}".len());
    format!("{{\"name\":\"{name}\"}}")
}

fn the_size_of_bodies_is_limited(server: &Server) {
    let ask = |path, body: &str| ask(server, &request("POST", path, CLIENT, body.as_bytes()));
    let default = starmark::signals::DEFAULT_LIMIT;
    assert_eq!(ask("/signals", &signals(default)).status, 200);
    assert_answer(&ask("/signals", &signals(default + 1)), 413, LARGE);
    assert_eq!(ask("/large", &signals(1 << 20)).status, 200);
    assert_answer(&ask("/large", &signals((1 << 20) + 1)), 413, LARGE);
}

/// Sends a body until an answer comes, and says how much it sent.
fn send(server: &Server, headers: &str, chunk: &[u8], most: usize) -> (Answer, usize) {
    let head =
        format!("POST /signals HTTP/1.1\r\nhost: x\r\nconnection: close\r\n{CLIENT}{headers}\r\n");
    let mut connection = Connection::open(server, head.as_bytes());
    let mut socket = connection.0.try_clone().expect("a second handle");
    let answer = thread::spawn(move || connection.answer());
    let mut sent = 0;
    while sent < most && !answer.is_finished() && socket.write_all(chunk).is_ok() {
        sent += chunk.len();
    }
    (answer.join().expect("an answer"), sent)
}

fn a_body_without_a_length_is_limited_too(server: &Server) {
    let chunk = format!("8000\r\n{}\r\n", " ".repeat(0x8000));
    let (answer, _) = send(
        server,
        "transfer-encoding: chunked\r\n",
        chunk.as_bytes(),
        1 << 20,
    );
    assert_answer(&answer, 413, LARGE);
}

/// The most memory that the process ever had, in kilobytes.
fn peak(server: &Server) -> usize {
    let status = fs::read_to_string(format!("/proc/{}/status", server.id())).expect("a process");
    let line = status.lines().find(|line| line.starts_with("VmHWM:"));
    let number = line.and_then(|line| line.split_whitespace().nth(1));
    number
        .and_then(|number| number.parse().ok())
        .expect("a number")
}

fn a_body_of_100_megabytes_is_refused_early_and_takes_no_memory(server: &Server) {
    const SIZE: usize = 100 << 20;
    let before = peak(server);
    for _ in 0..3 {
        let chunk = [b' '; 16 << 10];
        let (answer, sent) = send(server, &format!("content-length: {SIZE}\r\n"), &chunk, SIZE);
        assert_answer(&answer, 413, LARGE);
        assert!(sent < SIZE / 2, "{sent} bytes were taken");
    }
    let grown = peak(server) - before;
    assert!(grown < 16 << 10, "{grown} kilobytes more");
}

fn a_request_that_ends_early_does_no_harm(server: &Server) {
    let mut early = request("POST", "/signals", CLIENT, b"{\"name\":\"Ada\"}");
    early.truncate(early.len() - 3);
    let mut connection = Connection::open(server, &early);
    connection
        .0
        .shutdown(std::net::Shutdown::Write)
        .expect("an open socket");
    let rest = connection.rest();
    if !rest.is_empty() {
        assert_eq!(Answer::parse(&rest).status, 400);
    }
    let answer = ask(server, &request("POST", "/signals", CLIENT, b"{}"));
    assert_answer(&answer, 200, "Hello, ! (0)");
}

fn long_queries(server: &Server) {
    for (size, status) in [(8 << 10, 200), (60 << 10, 200), (1 << 20, 431)] {
        let query = signals(size).replace('"', "%22");
        let path = format!("/signals?datastar={query}");
        let answer = ask(server, &request("GET", &path, "", b""));
        assert_eq!(answer.status, status, "{size} bytes");
        assert_eq!(answer.body.len() > size, status == 200);
    }
    let answer = ask(server, &request("GET", "/signals", "", b""));
    assert_answer(&answer, 200, "Hello, ! (0)");
}

/// What Rocket's own catchers say is up to them, but not the status.
#[test]
fn a_bare_guard_of_rocket_leaves_the_answer_to_a_catcher() {
    let program = std::path::Path::new(env!("CARGO_BIN_EXE_hello"));
    let server = Server::program(program, &["rocket"]);
    let ask = |headers, body| ask(&server, &request("POST", "/bare", headers, body));
    assert_answer(&ask(CLIENT, b"{}"), 200, "Hello, ! (0)");
    let refused: [(&str, &[u8], u16); 4] = [
        (CLIENT, b"<pwn>", 400),
        (CLIENT, b"{\"times\":\"<pwn>\"}", 422),
        (
            "content-type: text/plain\r\ndatastar-request: true\r\n",
            b"<pwn>",
            415,
        ),
        ("content-type: application/json\r\n", b"<pwn>", 403),
    ];
    for (headers, body, status) in refused {
        let answer = ask(headers, body);
        assert_eq!(answer.status, status);
        assert!(!answer.body.contains("pwn"), "{answer:?}");
    }
    assert_eq!(ask(CLIENT, signals(1 << 20).as_bytes()).status, 413);
}
