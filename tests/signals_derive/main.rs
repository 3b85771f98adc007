//! Signals declared once, as a struct: bytes, handles, patches, and back through a request.

use std::collections::{BTreeMap, HashMap};

use starmark::prelude::*;
use starmark::signals::{Plain, ToSignals, from_body};
use starmark::sse::{Event, PatchSignals};

mod patches;
mod properties;
mod reading;

use self::reading::mismatch;

#[derive(Debug, Clone, Default, PartialEq, Signals)]
struct Ui {
    open: bool,
    draft: Option<String>,
}

#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Signals)]
#[serde(rename_all = "kebab-case")]
enum Sort {
    #[default]
    ByName,
    ByDate,
    #[serde(rename = "<b>")]
    Odd,
}

#[derive(Debug, Clone, Default, PartialEq, Signals)]
struct Page {
    /// What is searched for.
    query: String,
    count: i64,
    ui: Ui,
    sort: Sort,
    tags: Vec<String>,
    scores: BTreeMap<String, f64>,
    #[signals(local)]
    busy: bool,
}

fn json(signals: impl ToSignals) -> String {
    let event = Event::from(PatchSignals::new(signals).expect("signals"));
    let json = event
        .as_str()
        .strip_prefix("event: datastar-patch-signals\ndata: signals ");
    json.and_then(|json| json.strip_suffix("\n\n"))
        .expect("one line")
        .to_owned()
}

#[test]
fn data_signals_are_the_fields() {
    let page = Page {
        query: "'<a>".into(),
        ui: Ui {
            open: true,
            draft: None,
        },
        busy: true,
        ..Page::default()
    };
    let expected = "{\"query\":\"\\u0027\\u003ca\\u003e\",\"count\":0,\"ui\":\
                    {\"open\":true},\"sort\":\"by-name\",\"tags\":[],\
                    \"scores\":{},\"_busy\":true}";
    let by_macro = html! { div data-signals=(page) {} };
    assert_eq!(
        by_macro.as_str(),
        format!("<div data-signals='{expected}'></div>")
    );
    let by_reference = html! { div data-signals=(&page) {} };
    assert_eq!(by_reference, by_macro);
    assert_eq!(
        starmark::html::div().data_signals(&page).to_string(),
        by_macro.as_str()
    );
    assert_eq!(
        starmark::html::div().data_signals(page).to_string(),
        by_macro.as_str()
    );
}

#[test]
fn maps_and_json_need_no_ceremony() {
    let map = BTreeMap::from([("a", 1), ("b", 2)]);
    assert_eq!(json(&map), r#"{"a":1,"b":2}"#);
    assert_eq!(json(HashMap::from([("a".to_owned(), "x")])), r#"{"a":"x"}"#);
    assert_eq!(
        json(serde_json::json!({ "a": { "b": [1] } })),
        r#"{"a":{"b":[1]}}"#
    );
    let by_macro = html! { p data-signals=(map) data-signals:page=(&2) data-signals:name=("x") {} };
    assert_eq!(
        by_macro.as_str(),
        "<p data-signals='{\"a\":1,\"b\":2}' data-signals:page=\"2\" data-signals:name='\"x\"'></p>"
    );
}

#[test]
fn what_only_serde_knows_is_wrapped() {
    #[derive(Debug, PartialEq, serde::Serialize, serde::Deserialize)]
    struct Point<'a> {
        x: i32,
        label: std::borrow::Cow<'a, str>,
    }
    #[derive(Debug, PartialEq, Signals)]
    struct Shape {
        #[signals(value)]
        at: Point<'static>,
        #[signals(value)]
        #[serde(default)]
        bounds: Option<std::net::Ipv4Addr>,
    }
    let point = Point {
        x: 1,
        label: "a".into(),
    };
    assert_eq!(json(Plain(&point)), r#"{"x":1,"label":"a"}"#);
    let Plain(read): Plain<Point<'static>> =
        from_body(br#"{"x":1.0,"label":"a"}"#).expect("a point");
    assert_eq!(read, point);

    let shape = Shape {
        at: point,
        bounds: None,
    };
    assert_eq!(json(&shape), r#"{"at":{"x":1,"label":"a"}}"#);
    assert_eq!(
        from_body::<Shape>(json(&shape).as_bytes()).expect("a shape"),
        shape
    );
    let s = Shape::signals();
    assert_eq!(s.at.to_string(), "$at");
    let moved = Point {
        x: 2,
        label: "b".into(),
    };
    assert_eq!(
        json(patch!(s.at = Plain(moved))),
        r#"{"at":{"label":"b","x":2}}"#
    );
}

#[test]
fn handles_have_whole_paths() {
    let s = Page::signals();
    let paths = [
        s.query.path(),
        s.ui.open.path(),
        s.ui.draft.path(),
        s.busy.path(),
        s.ui.path(),
    ];
    assert_eq!(paths, ["query", "ui.open", "ui.draft", "_busy", "ui"]);
    let (_, _): (Signal<String>, Signal<Option<String>>) = (s.query, s.ui.draft);
    let (_, _): (Signal<Sort>, Signal<Vec<String>>) = (s.sort, s.tags);
    let page = html! { p data-show=(s.ui.open) data-text=(s.query) data-attr:title=(s.sort) data-class:busy=(s.busy) {} };
    assert_eq!(
        page.as_str(),
        r#"<p data-show="$ui.open" data-text="$query" data-attr:title="$sort" data-class:busy="$_busy"></p>"#
    );
}

#[test]
fn an_expression_for_an_attribute_is_of_its_kind() {
    let s = Page::signals();
    let page = html! {
        button
            data-attr:disabled=(s.busy)
            data-attr:aria-expanded=js!(s.ui.open.to_string())
            data-attr:title=(s.ui.draft)
            data-attr:tabindex=[Some(s.count)]
            data-attr:data-count=(s.count)
            "data-attr:x-open"=(s.ui.open)
            {}
        x-menu data-attr:open=(s.ui.open) {}
    };
    let builder = html::button()
        .data_attr(html::button::disabled, s.busy)
        .data_attr(html::button::aria_expanded, js!(s.ui.open.to_string()))
        .data_attr(html::button::title, s.ui.draft)
        .data_attr(html::button::tabindex, s.count)
        .data_attr(data::AttributeName::new("data-count"), s.count)
        .data_attr(data::AttributeName::new("x-open"), s.ui.open);
    assert_eq!(
        page.as_str(),
        builder.to_string() + r#"<x-menu data-attr:open="$ui.open"></x-menu>"#
    );
    assert_eq!(
        builder.to_string(),
        "<button data-attr:disabled=\"$_busy\" data-attr:aria-expanded=\"String($ui.open)\" \
         data-attr:title=\"$ui.draft\" data-attr:tabindex=\"$count\" data-attr:data-count=\"$count\" \
         data-attr:x-open=\"$ui.open\"></button>"
    );
}

#[test]
fn serdes_names_hold() {
    #[derive(Debug, PartialEq, Default, Signals)]
    struct Inner {
        deep_value: u8,
    }
    #[derive(Debug, PartialEq, Default, Signals)]
    #[serde(rename_all = "camelCase", default)]
    struct Outer {
        first_name: String,
        #[serde(rename = "kind")]
        r#type: u8,
        #[serde(flatten)]
        inner: Inner,
        #[signals(local)]
        menu_open: bool,
        #[serde(skip)]
        secret: String,
        #[serde(skip_serializing)]
        typed: String,
        #[serde(skip_deserializing)]
        total: u32,
        #[serde(skip_serializing_if = "Vec::is_empty")]
        list: Vec<u8>,
        #[serde(default = "seven")]
        lucky: u8,
        r#loop: bool,
    }
    fn seven() -> u8 {
        7
    }
    let outer = Outer {
        secret: "s".into(),
        typed: "t".into(),
        ..Outer::default()
    };
    assert_eq!(
        json(&outer),
        r#"{"firstName":"","kind":0,"deep_value":0,"_menuOpen":false,"total":0,"lucky":0,"loop":false}"#
    );
    let s = Outer::signals();
    let paths = [
        s.first_name.path(),
        s.r#type.path(),
        s.inner.deep_value.path(),
        s.menu_open.path(),
        s.typed.path(),
    ];
    assert_eq!(
        paths,
        ["firstName", "kind", "deep_value", "_menuOpen", "typed"]
    );
    let read: Outer =
        from_body(br#"{"typed":"x","total":9,"secret":"y","_menuOpen":true,"deep_value":3.0}"#)
            .expect("it");
    assert_eq!(
        read,
        Outer {
            typed: "x".into(),
            inner: Inner { deep_value: 3 },
            lucky: 7,
            ..Outer::default()
        }
    );
}

#[test]
fn a_namespace_is_around_everything() {
    #[derive(Debug, PartialEq, Signals)]
    #[signals(namespace)]
    struct Filter {
        query: String,
        #[signals(local)]
        open: bool,
    }
    #[derive(Debug, PartialEq, Signals)]
    #[signals(namespace = "list")]
    struct List {
        page: u8,
        filter: Filter,
    }
    let s = List::signals();
    assert_eq!(s.page.path(), "list.page");
    assert_eq!(s.filter.open.path(), "list.filter._open");
    assert_eq!(s.path(), "list");
    assert_eq!(Filter::signals().query.path(), "Filter.query");
    let list = List {
        page: 1,
        filter: Filter {
            query: "a".into(),
            open: false,
        },
    };
    assert_eq!(
        json(&list),
        r#"{"list":{"page":1,"filter":{"query":"a","_open":false}}}"#
    );
    let back = from_body::<List>(br#"{"list":{"page":1,"filter":{"query":"a"}},"page":"x"}"#);
    assert_eq!(back.expect("a list"), list);
    assert_eq!(mismatch::<List>("{}"), "signal `list.page` is missing");
    assert_eq!(
        json(patch!(s.page = 2, s.filter.query = "b")),
        r#"{"list":{"page":2,"filter":{"query":"b"}}}"#
    );
}

#[test]
fn controls_take_signals_that_fit() {
    #[derive(Signals)]
    struct Form {
        text: String,
        maybe: Option<String>,
        number: f64,
        open: bool,
        words: Vec<String>,
        sort: Sort,
        ui: Ui,
    }
    let s = Form::signals();
    let kind = "text";
    let page = html! {
        input data-bind=(s.text);
        input type="search" data-bind=(s.maybe);
        input data-bind=(s.number);
        input type="range" data-bind=(s.number);
        input type="checkbox" data-bind=(s.open);
        input type="checkbox" value="a" data-bind=(s.words);
        input type="checkbox" value="a" data-bind=(s.sort);
        input type="radio" name="x" value="by-date" data-bind=(s.sort);
        input type=(kind) data-bind=(s.words);
        select data-bind=(s.sort) {}
        select multiple data-bind=(s.words) {}
        textarea data-bind=(s.text) {}
        my-control data-bind=(*s.ui) {}
        div data-bind__prop.title=(s.text) {}
        input data-bind=(signal!("any"));
        @for signal in [s.text] { input data-bind=(&signal); }
    };
    assert!(
        page.as_str()
            .starts_with(r#"<input data-bind="text"><input type="search" data-bind="maybe">"#)
    );
    let built = starmark::html::select().data_bind(s.sort).to_string();
    assert_eq!(built, r#"<select data-bind="sort"></select>"#);
    let _ = starmark::html::input().type_("checkbox").data_bind(s.open);
}

#[test]
fn handles_stand_for_their_object() {
    fn code(place: &impl starmark::js::Place<Value = Ui>) -> String {
        let mut code = String::new();
        place.write_operand(starmark::js::Level::PRIMARY, &mut code);
        code
    }
    let s = Page::signals();
    assert_eq!(code(&s.ui), "$ui");
    assert_eq!(code(&*s.ui), "$ui");
    let path: starmark::data::SignalPath<'_> = s.ui.into();
    assert_eq!(path.as_str(), "ui");
    assert_eq!(format!("{:?}", s.ui), "UiSignals(\"ui\")");
    let both = html! { p data-signals:ui=(Ui::default()) {} };
    assert_eq!(both.as_str(), "<p data-signals:ui='{\"open\":false}'></p>");
    let alone = data::signal(s.ui, Ui::default());
    assert_eq!(alone.name(), "data-signals:ui");
    assert_eq!(data::signal(s.count, 5).value(), "5");
}

#[test]
fn the_library_may_have_another_name() {
    mod other {
        pub(crate) use starmark as library;
    }
    #[derive(Debug, Default, Signals)]
    #[signals(crate = other::library)]
    struct Small {
        path: u8,
    }
    assert_eq!(Small::signals().path.path(), "path");
    assert_eq!(json(Small { path: 1 }), r#"{"path":1}"#);
}
