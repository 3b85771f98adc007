//! The events of a response, as pages and targets of a site.

use super::{Site, Sort};

/// An event that the client reads: its name, and its lines of data as keys and the rest.
#[derive(Default)]
struct Event {
    name: String,
    data: Vec<(String, String)>,
}

impl Event {
    /// The lines of one key, joined as the client joins them.
    fn get(&self, key: &str) -> Option<String> {
        let lines = self.data.iter().filter(|(it, _)| it == key);
        let lines: Vec<_> = lines.map(|(_, rest)| rest.as_str()).collect();
        (!lines.is_empty()).then(|| lines.join("\n"))
    }
}

pub(super) fn add(site: &mut Site, name: &str, body: &str) {
    for (at, event) in read(body).into_iter().enumerate() {
        let name = format!("{name}, event {}", at + 1);
        match event.name.as_str() {
            "datastar-patch-elements" => add_elements(site, name, &event),
            "datastar-patch-signals" => add_signals(site, &event),
            _ => {}
        }
    }
}

fn add_elements(site: &mut Site, name: String, event: &Event) {
    let selector = event.get("selector");
    let sort = match selector {
        Some(selector) => {
            site.targets.push((name.clone(), selector));
            Sort::Placed
        }
        None => Sort::Morph,
    };
    let html = event.get("elements").unwrap_or_default();
    // What is removed is named by the selector alone.
    if event.get("mode").as_deref() != Some("remove") {
        *site = std::mem::take(site).part(name, &html, sort);
    }
}

/// Signals that a patch sets can be read.
fn add_signals(site: &mut Site, event: &Event) {
    let text = event.get("signals").unwrap_or_default();
    if let Ok(value) = serde_json::from_str(&text) {
        add_value(site, "", &value);
    }
}

fn add_value(site: &mut Site, path: &str, value: &serde_json::Value) {
    match value {
        serde_json::Value::Object(entries) if path.is_empty() || !entries.is_empty() => {
            for (key, value) in entries {
                let dot = if path.is_empty() { "" } else { "." };
                add_value(site, &format!("{path}{dot}{key}"), value);
            }
        }
        _ => site.signals.add(path),
    }
}

/// Reads a stream of events (<https://html.spec.whatwg.org/multipage/server-sent-events.html#parsing-an-event-stream>).
fn read(body: &str) -> Vec<Event> {
    let (mut events, mut event) = (Vec::new(), Event::default());
    let body = body.replace("\r\n", "\n").replace('\r', "\n");
    for line in body.lines() {
        let (field, value) = line.split_once(':').unwrap_or((line, ""));
        let value = value.strip_prefix(' ').unwrap_or(value);
        match field {
            "" if line.is_empty() => events.push(std::mem::take(&mut event)),
            "event" => value.clone_into(&mut event.name),
            "data" => {
                let (key, rest) = value.split_once(' ').unwrap_or((value, ""));
                event.data.push((key.to_owned(), rest.to_owned()));
            }
            _ => {}
        }
    }
    events.retain(|event| !event.name.is_empty());
    events
}
