//! Snapshots, in each form that the ones of insta have.

use std::collections::BTreeMap;

use starmark::prelude::*;
use starmark::sse::{
    Event, EventId, Events, ExecuteScript, Mode, Patch, PatchElements, PatchSignals, Selector,
};
use starmark::testing::{Message, Snapshot, insta, parse_events};
use starmark::{assert_events_snapshot, assert_html_snapshot};

fn card() -> Markup {
    html! {
        article.card #card-7f3a data-signals="{open: false, note: 'a && b'}" {
            h3 { "Fix " em { "<login>" } " & more" }
            @for column in ["todo", "doing"] {
                button type="button" title={ "Move to " (column) } aria-label={ "Move to " (column) } data-on:click=(post("/tickets/web-12/move").segment(column)) { (column) }
            }
            time datetime="2026-01-01T10:00:00Z" { "just now" }
        }
    }
}

#[test]
fn a_file_beside_the_test() {
    assert_html_snapshot!(card());
}

#[test]
fn a_file_with_a_name() {
    let card = Snapshot::new(card())
        .attribute(".card", "id", "[id]")
        .attribute("time", "datetime", "[time]")
        .text("time", "[when]");
    assert_html_snapshot!("a_card_of_any_day", card);
}

#[test]
fn in_the_source() {
    assert_html_snapshot!(html! { p { "a " b { "b" } } hr; }, @"
    <p>a <b>b</b></p>
    <hr>
    ");
}

#[test]
fn filters_of_insta_apply() {
    insta::with_settings!({ filters => vec![(r"card-\w+", "card-[id]")] }, {
        assert_html_snapshot!(html! { p #card-7f3a { "card-9" } }, @r#"<p id="card-[id]">card-[id]</p>"#);
    });
}

fn events() -> Events {
    let id = EventId::new("7").expect("an id");
    Events::new()
        .and(
            PatchElements::new(card())
                .selector(Selector::new("#board"))
                .mode(Mode::Append)
                .event_id(id),
        )
        .and(PatchSignals::new(BTreeMap::from([("count", 1)])).expect("signals"))
        .and(ExecuteScript::console_log("done"))
}

#[test]
fn events_are_trees() {
    assert_events_snapshot!(events());
}

#[test]
fn events_of_a_body() {
    let body = "event: datastar-patch-elements\r\ndata: mode sideways\r\n\r\nevent: datastar-x\rdata: 1\r\r: c\nretry: 5\nevent: datastar-patch-signals\ndata: signals {}\n\ndata: half";
    assert_events_snapshot!(body, @"
    datastar-patch-elements
      refused: PatchElementsInvalidMode: there is no mode `sideways`
      mode sideways

    datastar-x
      1

    datastar-patch-signals
      retry: 5
      {}

    (an event that no blank line ends, so the client drops it)
    ");
}

#[test]
fn what_is_sent_is_what_is_read() {
    let text = events().to_string();
    let read = parse_events(&text);
    assert_eq!(read.len(), 3);
    assert_eq!(read[0].id.as_deref(), Some("7"));
    let Message::Elements(patch) = &read[0].message else {
        panic!("{}", read[0])
    };
    assert_eq!(
        (patch.elements.as_str(), patch.mode),
        (card().as_str(), Mode::Append)
    );
    let Message::Signals(patch) = &read[1].message else {
        panic!("{}", read[1])
    };
    assert_eq!(patch.signals, serde_json::json!({"count": 1}));
}

#[test]
fn lines_are_those_of_the_client() {
    for (body, elements) in [
        (
            "\u{feff}event:datastar-patch-elements\ndata:elements a\ndata: elements b\n\n",
            "a\nb",
        ),
        (
            "event: datastar-patch-elements\rdata: elements a\rdata: elements \rdata: elements b\r\r",
            "a\n\nb",
        ),
        (
            "event: datastar-patch-elements\ndata\ndata: elements a\nnothing\n\n",
            "a",
        ),
        ("event: datastar-patch-elements\n\n", ""),
    ] {
        let events = parse_events(body);
        let [event] = &events[..] else {
            panic!("{body:?}: {events:?}")
        };
        let Message::Elements(patch) = &event.message else {
            panic!("{event}")
        };
        assert_eq!(patch.elements, elements, "{body:?}");
    }
    let remove = Event::from(PatchElements::remove(Selector::new("#a")));
    assert_eq!(
        parse_events(Patch::new().and(remove.clone()).to_string()),
        parse_events(remove.as_str())
    );
}
