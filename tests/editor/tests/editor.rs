//! What rust-analyzer does at a name of a signal or a route, wherever it stands.
//!
//! One server answers all of the tests, because loading the project takes most of the time. It ends with the
//! process: then nobody writes to it any more.

use std::path::{Path, PathBuf};
use std::sync::{LazyLock, Mutex, MutexGuard, PoisonError};

use lsp_types::CompletionItem;
use starmark_editor::{Project, Session};

/// The file that is open in the editor.
const PAGE: &str = include_str!("../fixture/page.rs");

static SESSION: LazyLock<Mutex<Session>> = LazyLock::new(|| {
    let project = Project::written(&directory(), "fixture", PAGE);
    Mutex::new(Session::open(&project, PAGE))
});

fn directory() -> PathBuf {
    Path::new(env!("CARGO_TARGET_TMPDIR")).join("editor")
}

/// The editor with the file as it is.
fn session() -> MutexGuard<'static, Session> {
    // A failed test leaves nothing behind that the next one does not replace.
    let mut session = SESSION.lock().unwrap_or_else(PoisonError::into_inner);
    session.show(PAGE);
    session
}

/// What is offered after `from` is replaced, at the cursor in what it is replaced by.
fn offered(from: &str, to: &str) -> Vec<CompletionItem> {
    let mut session = session();
    let unfinished = PAGE.replace(from, &to.replace('^', ""));
    assert_ne!(unfinished, PAGE, "`{from}` does not stand in the page");
    session.show(&unfinished);
    session.completions(to)
}

/// The types of what is offered under these names.
fn types<'a>(items: &'a [CompletionItem], names: &[&str]) -> Vec<&'a str> {
    let of = |name: &&str| {
        let found = items.iter().find(|item| item.label == *name);
        let detail = found.and_then(|item| item.detail.as_deref());
        detail.unwrap_or("not offered")
    };
    names.iter().map(of).collect()
}

/// The field `count` of `Page` has another name; that of `Other`, and strings, stay.
fn with_another_field(name: &str) -> String {
    let (page, rest) = PAGE.split_at(PAGE.find("pub struct Ui").expect("it stands there"));
    let page = page.replace("count: i64", &format!("{name}: i64"));
    let rest = rest
        .replace("Page { count", &format!("Page {{ {name}"))
        .replace("s.count", &format!("s.{name}"))
        .replace("page.count", &format!("page.{name}"));
    page + &rest
}

#[test]
fn a_field_is_renamed_at_every_use() {
    let renamed = session().renamed("pub ^count: i64,\n    pub query", "total");
    assert_eq!(renamed, with_another_field("total"));
    compiles("renamed-field", &renamed);
}

#[test]
fn a_field_is_renamed_from_every_use_in_code() {
    let uses = [
        "js!(s.^count);",
        "s.^count > #max",
        "-s.^count / 2",
        "contains(&s.^count)",
        "s.^count.clamp(0, 9)",
        "format!(\"count: {}\", s.^count)",
        ".query(\"n\", s.^count)",
        "s.^count += before",
        "{ s.^count -= 1 }",
        "(js!(s.^count != 0))",
        "js!(s.^count -= 1;",
        ".data_show(js!(s.^count > 0))",
    ];
    let renamed = with_another_field("total");
    for piece in uses {
        assert_eq!(session().renamed(piece, "total"), renamed, "from `{piece}`");
    }
}

#[test]
fn a_route_is_renamed_at_every_use() {
    let expected = PAGE
        .replace("fn save", "fn store")
        .replace("save::action", "store::action")
        .replace("routes![save]", "routes![store]");
    for piece in [
        "pub async fn ^save",
        "(^save::action(7))",
        "^save::action(s.count)",
        "routes![^save]",
    ] {
        let renamed = session().renamed(piece, "store");
        assert_eq!(renamed, expected, "from `{piece}`");
    }
    compiles("renamed-route", &expected);
}

fn compiles(name: &str, source: &str) {
    if let Err(error) = Project::written(&directory(), name, source).check() {
        panic!("what was renamed does not compile:\n{error}");
    }
}

#[test]
fn unfinished_code_is_completed_by_the_fields_of_the_signals() {
    let places = [
        ("js!(s.count);", "js!(s.^);"),
        (
            "js!((s.count + 1) * -s.count / 2)",
            "js!((s.count + 1) * s.^)",
        ),
        (
            "js!(s.list.contains(&s.count))",
            "js!(s.list.contains(&s.^))",
        ),
        ("s.count = 1; let before", "s.count = 1; s.^; let before"),
        ("(js!(s.count != 0))", "(js!(s.^))"),
        ("js!(s.count -= 1;", "js!(s.^;"),
        ("js!(s.count);", "js!(s.co^);"),
    ];
    for (from, to) in places {
        let items = offered(from, to);
        assert_eq!(
            types(&items, &["count", "query", "ui"]),
            ["i64", "String", "Ui"],
            "at `{to}`"
        );
    }
    let items = offered("js!(s.count);", "js!(s.ui.^);");
    assert_eq!(types(&items, &["open", "count"]), ["bool", "not offered"]);
}

#[test]
fn unfinished_code_is_completed_by_the_methods_of_a_value() {
    let methods = ["to_uppercase", "is_empty"];
    for (from, to) in [
        ("js!(s.count);", "js!(s.query.^);"),
        ("(js!(s.count != 0))", "(js!(s.query.^))"),
        ("js!(s.count);", "js!(s.query.trim().^);"),
    ] {
        let items = offered(from, to);
        assert_eq!(
            types(&items, &methods),
            ["fn(&self) -> String", "const fn(&self) -> bool"],
            "at `{to}`"
        );
    }
}

#[test]
fn unfinished_code_is_completed_by_the_properties_of_the_event_and_the_element() {
    let code = "js!(s.ui.open = evt.key == \"Enter\")";
    let items = offered(code, "js!(evt.^)");
    assert_eq!(types(&items, &["key", "repeat"]), ["String", "bool"]);
    let items = offered(code, "js!(el.^)");
    assert_eq!(types(&items, &["value", "key"]), ["String", "not offered"]);
}

#[test]
fn unfinished_code_is_completed_by_the_methods_of_a_value_of_the_server() {
    let items = offered("s.count > #max &&", "s.count > #max.^ &&");
    assert_eq!(types(&items, &["is_positive"]), ["const fn(self) -> bool"]);
}

#[test]
fn an_unfinished_patch_is_completed_by_the_signals() {
    let items = offered("patch!(s.count = page.count + 1", "patch!(s.^");
    let [count, query] = types(&items, &["count", "query"])[..] else {
        panic!("two types were asked for");
    };
    assert!(count.contains("i64") && query.contains("String"));
}

#[test]
fn a_route_is_completed_by_its_requests() {
    let items = offered("(save::action(7))", "(save::^)");
    assert_eq!(
        types(&items, &["action", "path"]),
        [
            "fn(impl Argument<i64>) -> Action<()>",
            "fn(impl Known<i64>) -> Address"
        ]
    );
}

#[test]
fn a_name_is_shown_with_its_type() {
    for (piece, shown) in [
        ("js!(s.^count);", "fixture::Page\n\npub count: i64"),
        ("-s.^count / 2", "fixture::Page\n\npub count: i64"),
        ("(js!(s.^count != 0))", "fixture::Page\n\npub count: i64"),
        ("!s.ui.^open", "fixture::Ui\n\npub open: bool"),
        (
            "evt.^key",
            "starmark::data::event::interface::KeyboardEvent\n\npub key: String",
        ),
        (
            "save::^action(7)",
            "fixture::save\n\npub fn action(id: impl ::starmark::route::Argument<i64>)",
        ),
    ] {
        let hover = session().hover(piece);
        assert!(hover.starts_with(shown), "at `{piece}`: {hover}");
    }
}

#[test]
fn a_use_leads_to_the_declaration() {
    for (piece, declaration) in [
        ("js!(s.^count);", "pub count: i64,"),
        ("contains(&s.^count)", "pub count: i64,"),
        ("!s.ui.^open", "pub open: bool,"),
        ("js!(s.^count -= 1;", "pub count: i64,"),
        ("patch!(s.^count", "pub count: i64,"),
        (".data_text(s.^count)", "pub count: i64,"),
        ("^save::action(s.count)", "pub async fn save(id: i64) {"),
    ] {
        let definitions = session().definitions(piece);
        // What checks a name stands at its place, too, and is listed behind it.
        assert_eq!(definitions[0], declaration, "at `{piece}`");
    }
}

#[test]
fn a_use_in_parentheses_leads_to_the_declaration_and_to_what_checks_them() {
    for (piece, declaration) in [
        ("(js!(s.^count != 0))", "pub count: i64,"),
        ("data-bind=(s.^count)", "pub count: i64,"),
        ("(^save::action(7))", "pub async fn save(id: i64) {"),
    ] {
        let definitions = session().definitions(piece);
        assert!(
            definitions.iter().any(|line| line == declaration),
            "at `{piece}`: {definitions:?}"
        );
    }
}

#[test]
fn no_mistake_is_marked_where_none_is() {
    let mut session = session();
    assert_eq!(session.mistakes(), [""; 0]);
    session.show(&PAGE.replace("js!(s.count);", "js!(s.cuont);"));
    assert!(
        session.mistakes()[0].contains("no field `cuont`"),
        "a mistake is marked"
    );
}
