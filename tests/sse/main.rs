//! Events against the standards: golden frames, an independent parser, hostile input.

mod golden;
mod hostile;
mod in_place;
mod properties;
mod replies;
mod scripts;
#[path = "../support/mod.rs"]
mod support;

use std::collections::BTreeMap;

use starmark::PreEscaped;
use starmark::sse::{Event, EventId};
use support::sse::parse_one;

pub(crate) const DIV: PreEscaped<&str> = PreEscaped("<div id=\"a\">Merge</div>");

/// Text that tries to leave its line, its field or its element.
pub(crate) const FORGERIES: [&str; 11] = [
    "x\n\nevent: datastar-patch-signals\ndata: signals pwn()\n\n",
    "x\r\revent: datastar-patch-signals\rdata: signals pwn()\r\r",
    "x\r\n\r\nevent: datastar-patch-signals\r\ndata: signals pwn()\r\n\r\n",
    "x\nselector body\nmode remove\n",
    "x\rselector body\rmode remove\r",
    "a\rb",
    "a\n\n\nb\n",
    "\u{feff}data: x",
    "</body>",
    "</head></html>",
    "<svg></svg></body>",
];

pub(crate) fn frame(event: impl Into<Event>) -> String {
    event.into().into_string()
}

pub(crate) fn id(id: &str) -> EventId {
    EventId::new(id).expect("visible ASCII")
}

pub(crate) fn arguments(event: impl Into<Event>) -> BTreeMap<String, String> {
    parse_one(&frame(event)).arguments()
}

pub(crate) fn elements(event: impl Into<Event>) -> String {
    arguments(event).remove("elements").unwrap_or_default()
}

pub(crate) fn map(pairs: &[(&str, &str)]) -> BTreeMap<String, String> {
    pairs
        .iter()
        .map(|&(key, value)| (key.to_owned(), value.to_owned()))
        .collect()
}
