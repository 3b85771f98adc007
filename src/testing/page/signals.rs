//! The signals of a page. <https://data-star.dev/reference/sse_events#datastar-patch-signals>

use regex::Regex;
use serde_json::{Map, Value};

/// The signals by their names.
#[derive(Debug, Default)]
pub(super) struct Store(Value);

impl Store {
    pub(super) fn new() -> Self {
        Self(Value::Object(Map::new()))
    }

    pub(super) fn all(&self) -> &Value {
        &self.0
    }

    /// The value at a path: names, and indexes of arrays, with dots between them.
    pub(super) fn get(&self, path: &str) -> Option<&Value> {
        path.split('.')
            .try_fold(&self.0, |value, name| match value {
                Value::Array(list) => list.get(name.parse::<usize>().ok()?),
                value => value.get(name),
            })
    }

    /// Sets the value at a path; null deletes, as for the client.
    pub(super) fn set(&mut self, path: &str, new: Value) {
        if let Some((list, index)) = path.rsplit_once('.')
            && let Some(Value::Array(list)) = self.get_mut(list)
        {
            if let Some(place) = index.parse::<usize>().ok().and_then(|at| list.get_mut(at)) {
                *place = new;
            }
            return;
        }
        let nested = |inner, name: &str| Value::Object(Map::from_iter([(name.to_owned(), inner)]));
        self.merge(&path.rsplit('.').fold(new, nested), false);
    }

    fn get_mut(&mut self, path: &str) -> Option<&mut Value> {
        path.split('.').try_fold(&mut self.0, Value::get_mut)
    }

    /// Merges an object: objects recursively, null deletes, anything else replaces.
    ///
    /// Nearly <https://www.rfc-editor.org/rfc/rfc7396>: an array stays one when an object is merged into it, which changes
    /// the elements that the object names by their indexes.
    pub(super) fn merge(&mut self, patch: &Value, only_if_missing: bool) {
        merge(&mut self.0, patch, only_if_missing);
    }

    /// The signals that go to the server: those whose paths are included and not excluded.
    pub(super) fn filtered(&self, include: Option<&Regex>, exclude: &Regex) -> Value {
        let is_sent = |path: &str| {
            include.is_none_or(|include| include.is_match(path)) && !exclude.is_match(path)
        };
        let sent = filtered(&self.0, "", &is_sent);
        sent.unwrap_or_else(|| Value::Object(Map::new()))
    }
}

fn merge(value: &mut Value, patch: &Value, only_if_missing: bool) {
    let Value::Object(patch) = patch else {
        if !only_if_missing {
            *value = patch.clone();
        }
        return;
    };
    if let Value::Array(list) = value {
        for (index, patch) in patch.iter().filter(|(_, patch)| !patch.is_null()) {
            if let Some(there) = index.parse().ok().and_then(|at: usize| list.get_mut(at)) {
                merge(there, patch, only_if_missing);
            }
        }
        return;
    }
    if !value.is_object() {
        *value = Value::Object(Map::new());
    }
    let Value::Object(object) = value else { return };
    for (name, patch) in patch {
        match (patch, object.get_mut(name)) {
            (Value::Null, _) if only_if_missing => {}
            (Value::Null, _) => drop(object.remove(name)),
            (_, Some(there)) => merge(there, patch, only_if_missing),
            (_, None) => {
                let mut new = Value::Null;
                merge(&mut new, patch, false);
                object.insert(name.clone(), new);
            }
        }
    }
}

fn filtered(value: &Value, path: &str, is_sent: &impl Fn(&str) -> bool) -> Option<Value> {
    let Value::Object(object) = value else {
        return is_sent(path).then(|| value.clone());
    };
    let entries = object.iter().filter_map(|(name, value)| {
        let path = if path.is_empty() {
            name.clone()
        } else {
            format!("{path}.{name}")
        };
        Some((name.clone(), filtered(value, &path, is_sent)?))
    });
    let entries: Map<_, _> = entries.collect();
    (!entries.is_empty()).then_some(Value::Object(entries))
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn store(signals: &Value) -> Store {
        let mut store = Store::new();
        store.merge(signals, false);
        store
    }

    #[test]
    fn patches_are_merged() {
        let mut signals = store(&json!({"a": {"b": 1, "c": 2}, "d": [1], "e": 0}));
        signals.merge(
            &json!({"a": {"b": null, "x": {"y": 1, "z": null}}, "d": {"0": 2, "k": 1}, "f": 1}),
            false,
        );
        assert_eq!(
            *signals.all(),
            json!({"a": {"c": 2, "x": {"y": 1}}, "d": [2], "e": 0, "f": 1})
        );
        signals.merge(
            &json!({"a": {"c": 9, "n": 1}, "e": {"z": 1}, "f": null, "g": null}),
            true,
        );
        assert_eq!(
            *signals.all(),
            json!({"a": {"c": 2, "x": {"y": 1}, "n": 1}, "d": [2], "e": {"z": 1}, "f": 1})
        );
    }

    #[test]
    fn paths_lead_to_values() {
        let mut signals = store(&json!({"a": {"b": [1, 2]}}));
        signals.set("a.b.1", json!("x"));
        signals.set("c.d", json!(true));
        assert_eq!(signals.get("a.b.1"), Some(&json!("x")));
        assert_eq!(signals.get("c.d"), Some(&json!(true)));
        assert_eq!(signals.get("a.x"), None);
    }

    #[test]
    fn private_signals_stay() {
        let signals = store(&json!({"a": 1, "_b": 2, "c": {"_d": 3, "e": [4]}, "f": {"_g": 1}}));
        let private = Regex::new(r"(^|\.)_").expect("a pattern");
        assert_eq!(
            signals.filtered(None, &private),
            json!({"a": 1, "c": {"e": [4]}})
        );
        let only = Regex::new("^c").expect("a pattern");
        assert_eq!(
            signals.filtered(Some(&only), &private),
            json!({"c": {"e": [4]}})
        );
    }
}
