//! Every mistake with its line, and every byte that a move must keep.

use proptest::prelude::*;

use super::*;
use crate::ticket::Priority;

const WELL_FORMED: &str = "---\nid: web-12\ntitle: Fix & ship\nstatus: todo # now\n\
    priority: high\ntags: [css, 'a b']\nassignee: Ada B\n---\n\nBody\n\nstatus: todo\n";

fn parse(text: &str) -> Ticket {
    Document::parse(text.as_bytes())
        .expect("a well-formed ticket")
        .ticket
}

fn error(text: &str) -> TicketError {
    Document::parse(text.as_bytes()).expect_err("a mistake")
}

/// The well-formed file with a line replaced.
fn with(old: &str, new: &str) -> String {
    assert!(WELL_FORMED.contains(old));
    WELL_FORMED.replacen(old, new, 1)
}

fn moved(text: &str, to: Status) -> Result<String, TicketError> {
    let document = Document::parse(text.as_bytes()).expect("a well-formed ticket");
    let bytes = document.with_status(text.as_bytes(), to)?;
    Ok(String::from_utf8(bytes).expect("text stays text"))
}

#[test]
fn every_field_is_read() {
    let ticket = parse(WELL_FORMED);
    assert_eq!(
        (ticket.id.as_str(), ticket.title.as_str()),
        ("web-12", "Fix & ship")
    );
    assert_eq!(
        (ticket.status, ticket.priority),
        (Status::Todo, Priority::High)
    );
    assert_eq!(ticket.tags, ["css", "a b"]);
    assert_eq!(ticket.assignee.as_deref(), Some("Ada B"));
    assert_eq!(ticket.body, "Body\n\nstatus: todo");
    assert_eq!(ticket.version, Version::of(WELL_FORMED.as_bytes()));
}

#[test]
fn a_byte_order_mark_and_crlf_change_nothing_but_the_version() {
    let windows = format!("{BOM}{}", WELL_FORMED.replace('\n', "\r\n"));
    let ticket = parse(&windows);
    assert_eq!(ticket.body, "Body\r\n\r\nstatus: todo");
    let unix = parse(WELL_FORMED);
    assert_eq!(
        Ticket {
            body: unix.body.clone(),
            version: unix.version,
            ..ticket
        },
        unix
    );
}

#[test]
fn tags_and_assignee_may_be_absent_or_empty() {
    for text in [
        with("tags: [css, 'a b']\nassignee: Ada B\n", ""),
        with("[css, 'a b']\nassignee: Ada B", "\nassignee: ''"),
    ] {
        let ticket = parse(&text);
        assert_eq!((ticket.tags.len(), ticket.assignee), (0, None));
    }
}

#[test]
fn unknown_fields_belong_to_other_tools() {
    parse(&with("id:", "created: 2026-01-31\nlinks: {pr: [1]}\nid:"));
}

#[test]
fn a_field_that_is_missing_points_at_the_opening() {
    for key in ["id", "title", "status", "priority"] {
        let error = error(&with(&format!("\n{key}:"), &format!("\nold-{key}:")));
        assert_eq!(error.line, 1, "{key}");
        assert!(
            error
                .message
                .starts_with(&format!("`{key}` is missing: write `{key}: "))
        );
    }
}

/// What is written instead of what, the line of the mistake, and how the message begins.
const MISTAKES: &[(&str, &str, usize, &str)] = &[
    ("id: web-12", "id: Web 12", 2, "`Web 12` is not an id"),
    ("id: web-12", "id: ../web-12", 2, "`../web-12` is not an id"),
    ("id: web-12", "id:\n  |-\n  wéb", 4, "`wéb` is not an id"),
    (
        "id: web-12",
        "id: ~",
        2,
        "`id` is empty: write `id: web-12`",
    ),
    ("title: Fix & ship", "title: ' '", 3, "`title` is empty"),
    (
        "title: Fix & ship",
        "title: [a]",
        3,
        "`title` is a list: write one text",
    ),
    (
        "title: Fix & ship",
        "title: {a: b}",
        3,
        "`title` is a mapping",
    ),
    (
        "title: Fix & ship",
        "title: Fix: ship",
        3,
        "this is not YAML",
    ),
    (
        "title: Fix & ship",
        "title: Fix\nid: b",
        4,
        "`id` is already on line 2",
    ),
    (
        "status: todo",
        "status: Todo",
        4,
        "unknown status `Todo`: write one of todo, doing",
    ),
    (
        "status: todo",
        "\n\nstatus:\n\n  nope",
        8,
        "unknown status `nope`",
    ),
    (
        "priority: high",
        "priority: asap",
        5,
        "unknown priority `asap`: write one of low",
    ),
    ("priority: high", "priority: 1", 5, "unknown priority `1`"),
    (
        "tags: [css, 'a b']",
        "tags: css, design",
        6,
        "`tags` is not a list",
    ),
    (
        "tags: [css, 'a b']",
        "tags:\n- css\n- [a]",
        8,
        "this tag is not a word",
    ),
    (
        "tags: [css, 'a b']",
        "tags: [css, ~]",
        6,
        "this tag is not a word",
    ),
    (
        "assignee: Ada B",
        "assignee: [Ada, Bob]",
        7,
        "`assignee` is a list",
    ),
    (
        "Ada B",
        "&a Ada B\nassignee2: *a\nassignee2: b",
        9,
        "`assignee2` is already on line 8",
    ),
];

#[test]
fn mistakes_have_the_line_of_the_value() {
    for &(old, new, line, message) in MISTAKES {
        for text in [
            with(old, new),
            format!("{BOM}{}", with(old, new).replace('\n', "\r\n")),
        ] {
            let error = error(&text);
            assert_eq!(error.line, line, "{new:?}: {error}");
            assert!(error.message.starts_with(message), "{new:?}: {error}");
        }
    }
}

#[test]
fn bytes_that_are_not_utf8_have_their_line() {
    let mut bytes = WELL_FORMED.as_bytes().to_vec();
    bytes.extend(b"\xff\n");
    let error = Document::parse(&bytes).unwrap_err();
    assert_eq!(error.line, 13);
    assert_eq!(
        Document::parse(b"---\nid: \xe9\n---\n").unwrap_err().line,
        2
    );
}

#[test]
fn a_malformed_file_still_claims_its_id() {
    let claim = |text: &str| Document::claimed_id(text.as_bytes());
    assert_eq!(
        claim(&with("priority: high", "priority: x")).as_deref(),
        Some("web-12")
    );
    assert_eq!(claim(&with("id: web-12", "id: Web")), None);
    assert_eq!(claim("no ticket"), None);
}

#[test]
fn a_move_keeps_how_the_status_is_written() {
    let ways = [
        ("status: todo", "status: review"),
        ("status:    todo   # todo", "status:    review   # todo"),
        ("'status' : 'todo'", "'status' : 'review'"),
        ("\"status\": \"todo\"", "\"status\": \"review\""),
        ("status:\n  # todo\n  todo", "status:\n  # todo\n  review"),
        ("status: &todo todo", "status: &todo review"),
        ("status: !!str todo", "status: !!str review"),
        ("status: >-\n  todo", "status: >-\n  review"),
        ("ß🎉: todo\nstatus: todo", "ß🎉: todo\nstatus: review"),
    ];
    for (old, new) in ways {
        let text = with("status: todo # now", old);
        assert_eq!(
            moved(&text, Status::Review),
            Ok(with("status: todo # now", new)),
            "{old}"
        );
    }
}

#[test]
fn a_status_that_cannot_be_changed_in_place_is_an_error() {
    for hidden in ["status: \"to\\x64o\"", "status: \"to\\\n  do\""] {
        let error = moved(&with("status: todo", hidden), Status::Done).unwrap_err();
        assert_eq!(error.line, 4, "{hidden}");
        assert!(error.message.ends_with("write `status: todo`"), "{error}");
    }
}

fn status() -> impl Strategy<Value = Status> {
    prop::sample::select(Status::ALL.to_vec())
}

fn quoted() -> impl Strategy<Value = (&'static str, &'static str)> {
    prop::sample::select(vec![
        ("", ""),
        ("'", "'"),
        ("\"", "\""),
        ("&s ", "  "),
        ("", " # todo done"),
    ])
}

proptest! {
    #[test]
    fn a_move_keeps_every_other_byte(
        from in status(),
        to in status(),
        (open, close) in quoted(),
        comment in "[ -~äß🎉]{0,20}",
        title in "[a-zé🎉 ]{0,20}",
        body in "(\\PC|\n|\r\n){0,60}",
        end in prop::sample::select(vec!["\n", "\r\n"]),
        mark in prop::sample::select(vec!["", BOM]),
    ) {
        let before = [mark, "---", end, "# ", &comment, end, "title: 'x", &title, "'", end, "id: a-1", end];
        let before = format!("{}status: {open}", before.concat());
        let after = format!("{close}{end}priority: low{end}---{end}{body}");
        let text = format!("{before}{from}{after}");
        prop_assert_eq!(moved(&text, to), Ok(format!("{before}{to}{after}")));
    }

    #[test]
    fn no_text_makes_it_panic(yaml in "(\\PC|[-:\\[\\]{}#&*!|>'\"%@` \t\r\n?]){0,80}") {
        let text = format!("---\n{yaml}\n---\n");
        // To YAML, a carriage return alone ends a line as well.
        let lines = text.replace("\r\n", "\n").split(['\n', '\r']).count();
        if let Err(error) = Document::parse(text.as_bytes()) {
            prop_assert!((1..=lines).contains(&error.line), "{}", error);
        }
    }

    #[test]
    fn no_bytes_make_it_panic(bytes in prop::collection::vec(any::<u8>(), 0..200)) {
        let lines = bytes.split(|&byte| byte == b'\n').count();
        let error = Document::parse(&bytes).unwrap_err();
        prop_assert!((1..=lines).contains(&error.line), "{}", error);
    }
}
