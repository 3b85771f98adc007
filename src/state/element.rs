//! A state in a page.

use std::marker::PhantomData;

use serde::ser::{SerializeMap as _, Serializer};

use super::{Current, State, Storage};
use crate::data::quote;
use crate::js::{Js, Level};
use crate::json::value;
use crate::signals::ToSignals;
use crate::signals::record::Names;
use crate::{Buffer, Render, SignalsError, write_html};

/// The signals, and what keeps them and the state the same: with the server by a stream, in the browser's storage by an
/// effect.
#[diagnostic::do_not_recommend]
impl<T: State> Render for Current<T> {
    fn render_to(&self, out: &mut Buffer) {
        match T::STORAGE {
            Storage::Server => write_html!(out,
                div hidden data-ignore-morph data-signals=(Followed(self)) data-init=(self.follow()) {}
            ),
            Storage::LocalStorage => self.in_browser("localStorage", out),
            Storage::SessionStorage => self.in_browser("sessionStorage", out),
        }
    }
}

impl<T: State> Current<T> {
    /// The defaults first, what the browser has kept over them, and from then on every change.
    fn in_browser(&self, storage: &str, out: &mut Buffer) {
        let key = quote(self.key().as_str());
        let key = key.as_str();
        let kept = Kept(format!(
            "(() => {{ try {{ return JSON.parse({storage}.getItem({key})) ?? {{}} }} catch {{ return {{}} }} }})()"
        ));
        let keep = format!(
            "{storage}.setItem({key}, JSON.stringify({}))",
            object(&T::NAMES)
        );
        let keep = Js::<()>::written(keep, Level::LOWEST, PhantomData);
        write_html!(out,
            div hidden data-ignore-morph data-signals=(&**self) {
                div data-signals=(kept) data-effect=(keep) {}
            }
        );
    }
}

/// The signal that says to events which states the page follows.
pub(super) const FOLLOWS: &str = "starmark";

/// The signals, and that the page follows them.
struct Followed<'a, T>(&'a Current<T>);

impl<T: State> ToSignals for Followed<'_, T> {
    fn write_signals<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        (**self.0).write_signals(to)
    }

    fn to_json(&self) -> Result<String, SignalsError> {
        let mut json = (**self.0).to_json()?;
        let which = value(&self.0.which())?;
        let end = json.pop();
        let comma = if json.ends_with('{') { "" } else { "," };
        let follows = format!("{comma}\"{FOLLOWS}\":{{\"{}\":{which}}}", T::NAME);
        json.push_str(&follows);
        json.extend(end);
        Ok(json)
    }
}

/// Code whose value are signals: what the browser has kept.
struct Kept(String);

impl ToSignals for Kept {
    fn write_signals<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.serialize_map(Some(0))?.end()
    }

    fn to_json(&self) -> Result<String, SignalsError> {
        Ok(self.0.clone())
    }
}

/// The signals as an object of JavaScript. Their names are words, or the derive would have refused them.
fn object(names: &Names) -> String {
    if !names.namespace.is_empty() {
        return format!("{{{0}: ${0}}}", names.namespace);
    }
    let mut members = Vec::new();
    collect(names, &mut members);
    format!("{{{}}}", members.join(", "))
}

fn collect(names: &Names, members: &mut Vec<String>) {
    members.extend(names.own.iter().map(|name| format!("{name}: ${name}")));
    names
        .flattened
        .iter()
        .for_each(|names| collect(names, members));
}
