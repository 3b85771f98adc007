//! The events of a response, as pages and targets of a site.

use serde_json::Value;

use super::{Finding, Site, Sort, Spot};
use crate::sse::Mode;
use crate::testing::{ElementsPatch, Message, parse_events};

pub(super) fn add(site: &mut Site, name: &str, body: &str) {
    for (at, event) in parse_events(body).into_iter().enumerate() {
        let name = format!("{name}, event {}", at + 1);
        match event.message {
            Message::Elements(patch) => add_elements(site, name, patch),
            // What a patch sets can be read.
            Message::Signals(patch) => add_value(site, "", &patch.signals),
            Message::Refused {
                name: event,
                problem,
                ..
            } => {
                let finding =
                    Finding::new(Spot::START, event, format!("the client throws: {problem}"));
                site.problems.push(finding.on(&name));
            }
            Message::Other { .. } => {}
        }
    }
}

fn add_elements(site: &mut Site, name: String, patch: ElementsPatch) {
    let sort = match patch.selector {
        Some(selector) => {
            site.targets.push((name.clone(), selector));
            Sort::Placed
        }
        None => Sort::Morph,
    };
    // What is removed is named by the selector alone.
    if patch.mode != Mode::Remove {
        *site = std::mem::take(site).part(name, &patch.elements, sort);
    }
}

fn add_value(site: &mut Site, path: &str, value: &Value) {
    match value {
        Value::Object(entries) if path.is_empty() || !entries.is_empty() => {
            for (key, value) in entries {
                let dot = if path.is_empty() { "" } else { "." };
                add_value(site, &format!("{path}{dot}{key}"), value);
            }
        }
        _ => site.signals.add(path),
    }
}
