//! A patch of some signals, each with a value of its type.

use std::collections::VecDeque;
use std::marker::PhantomData;

use serde::Serialize;
use serde::de::DeserializeOwned;
use serde::ser::{SerializeMap as _, Serializer};
use serde_json::Value;

#[cfg(feature = "state")]
use super::record::Members;
use super::{Plain, SignalValue, ToSignals};
use crate::data::{SignalHandle, SignalPath, Untyped};
use crate::json::{self, SignalsError};

/// Can be assigned to a signal that holds a `T`.
///
/// A `T` can, a `&str` for a `String`, both for an `Option`, and anything for a signal whose type is not known.
///
/// ```
/// use starmark::Signals;
/// use starmark::signals::Changes;
///
/// #[derive(Signals)]
/// struct Page { query: String, tag: Option<String> }
///
/// let s = Page::signals();
/// let changes = Changes::new().set(s.query, "a").set(s.tag, "b").set(s.tag, None);
/// assert_eq!(starmark::data::signals(changes).value(), r#"{"query":"a","tag":null}"#);
/// ```
#[diagnostic::on_unimplemented(
    message = "mismatched types: the signal holds `{T}`, not `{Self}`",
    label = "expected `{T}`, found `{Self}`",
    note = "a signal takes a value of its type, not a reference; one of a `String` takes a `&str`, too, and `Plain(value)` what only serde knows"
)]
pub trait ValueOf<T> {
    /// Writes the value.
    #[doc(hidden)]
    fn write_value<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error>;
}

macro_rules! values {
    ($([$($generics:tt)*] $value:ty, $of:ty: |$this:ident, $to:ident| $write:expr;)*) => {$(
        #[diagnostic::do_not_recommend]
        impl<$($generics)*> ValueOf<$of> for $value {
            fn write_value<S: Serializer>(&self, $to: S) -> Result<S::Ok, S::Error> {
                let $this = self;
                $write
            }
        }
    )*};
}

values! {
    [T: SignalValue] T, T: |this, to| this.write(to);
    [T: SignalValue] T, Option<T>: |this, to| this.write(to);
    [T: SignalValue] T, Untyped: |this, to| this.write(to);
    [] &str, String: |this, to| this.serialize(to);
    [] &str, Option<String>: |this, to| this.serialize(to);
    [] &str, Untyped: |this, to| this.serialize(to);
    [] &String, String: |this, to| this.serialize(to);
    [] &String, Option<String>: |this, to| this.serialize(to);
    [] &String, Untyped: |this, to| this.serialize(to);
    [] &Value, Value: |this, to| this.serialize(to);
    [] &Value, Untyped: |this, to| this.serialize(to);
    [T: Serialize + DeserializeOwned] Plain<T>, T: |this, to| this.0.serialize(to);
}

/// Some signals and their new values: what [`patch!`](crate::patch!) makes.
///
/// Objects are merged into those of the page, other values are replaced; `None` removes its signal. A mistake in a
/// value, such as a number that JavaScript does not have, is an error when the patch is written.
///
/// ```
/// use starmark::Signals;
/// use starmark::signals::Changes;
/// use starmark::sse::{Event, PatchSignals};
///
/// #[derive(Signals)]
/// struct Ui { open: bool, draft: Option<String> }
/// #[derive(Signals)]
/// struct Page { count: i64, ui: Ui }
///
/// let s = Page::signals();
/// let changes = Changes::new().set(s.ui.open, false).set(s.count, 5).remove(s.ui.draft);
/// assert_eq!(
///     Event::from(PatchSignals::new(changes)?).as_str(),
///     "event: datastar-patch-signals\ndata: signals {\"ui\":{\"open\":false,\"draft\":null},\"count\":5}\n\n",
/// );
/// # Ok::<(), starmark::SignalsError>(())
/// ```
#[derive(Debug, Clone, Default)]
#[must_use]
pub struct Changes {
    members: Vec<(String, Change)>,
    problem: Option<SignalsError>,
}

#[derive(Debug, Clone)]
enum Change {
    /// The JSON of a value.
    Set(String),
    Remove,
    Inside(Vec<(String, Change)>),
}

#[cfg(feature = "state")]
fn differences(before: &Members, after: &Members) -> Vec<(String, Change)> {
    let gone = before.keys().filter(|name| !after.contains_key(*name));
    let gone = gone.map(|name| (name.clone(), Change::Remove));
    let others = after.iter().filter_map(|(name, value)| {
        let change = match (before.get(name), value) {
            (Some(before), value) if before == value => return None,
            (Some(Value::Object(before)), Value::Object(after)) => {
                Change::Inside(differences(before, after))
            }
            // What became JSON once does so again.
            (_, value) => Change::Set(json::value(value).ok()?),
        };
        Some((name.clone(), change))
    });
    gone.chain(others).collect()
}

impl Changes {
    /// No changes.
    pub const fn new() -> Self {
        Self {
            members: Vec::new(),
            problem: None,
        }
    }

    /// Gives a signal a value; the last value of a signal counts.
    #[expect(clippy::needless_pass_by_value, reason = "it reads like an assignment")]
    pub fn set<P: SignalHandle>(mut self, signal: P, value: impl ValueOf<P::Value>) -> Self {
        let change = change(&Single::<_, P::Value>::new(&value));
        self.insert(signal.signal_path(), change);
        self
    }

    /// Removes a signal, or an object of them.
    pub fn remove(mut self, signal: impl SignalHandle) -> Self {
        self.insert(signal.signal_path(), Ok(Change::Remove));
        self
    }

    /// What makes `after` of `before`, if they differ.
    #[cfg(feature = "state")]
    pub(crate) fn between(before: &Members, after: &Members) -> Option<Self> {
        let (members, problem) = (differences(before, after), None);
        (!members.is_empty()).then_some(Self { members, problem })
    }

    fn insert(&mut self, path: SignalPath<'_>, change: Result<Change, SignalsError>) {
        let change = change.map_err(|problem| problem.in_member(path.as_str()));
        let inserted = change.and_then(|change| self.at(path.as_str(), change));
        if let Err(problem) = inserted {
            self.problem.get_or_insert(problem);
        }
    }

    fn at(&mut self, path: &str, change: Change) -> Result<(), SignalsError> {
        match (path, change) {
            // A struct without a namespace is the page as a whole.
            ("", Change::Inside(members)) => {
                for (name, change) in members {
                    insert(&mut self.members, VecDeque::from([name.as_str()]), change);
                }
            }
            ("", _) => return Err(SignalsError::not_an_object()),
            (path, change) => {
                json::check_path(path)?;
                insert(&mut self.members, path.split('.').collect(), change);
            }
        }
        Ok(())
    }
}

/// The value as JSON, with objects taken apart.
fn change(value: &impl Serialize) -> Result<Change, SignalsError> {
    let Some(json) = json::some_value(value)? else {
        return Ok(Change::Remove);
    };
    if !json.starts_with('{') {
        return Ok(Change::Set(json));
    }
    // What was just written reads back; numbers keep their digits.
    match serde_json::from_str(&json) {
        Ok(Value::Object(members)) => Ok(Change::Inside(
            members
                .into_iter()
                .map(|(name, value)| change(&value).map(|change| (name, change)))
                .collect::<Result<_, _>>()?,
        )),
        _ => Ok(Change::Set(json)),
    }
}

fn insert(members: &mut Vec<(String, Change)>, mut path: VecDeque<&str>, change: Change) {
    let Some(name) = path.pop_front() else { return };
    let at = members.iter().position(|(member, _)| member == name);
    let at = at.unwrap_or_else(|| {
        members.push((name.to_owned(), Change::Inside(Vec::new())));
        members.len() - 1
    });
    let member = &mut members[at].1;
    if path.is_empty() {
        match (member, change) {
            (Change::Inside(inside), Change::Inside(members)) => {
                for (name, change) in members {
                    insert(inside, VecDeque::from([name.as_str()]), change);
                }
            }
            (member, change) => *member = change,
        }
        return;
    }
    if !matches!(member, Change::Inside(_)) {
        *member = Change::Inside(Vec::new());
    }
    if let Change::Inside(inside) = member {
        insert(inside, path, change);
    }
}

fn write(members: &[(String, Change)], out: &mut String) {
    out.push('{');
    for (i, (name, change)) in members.iter().enumerate() {
        // Checked names need no escapes.
        out.push_str(if i == 0 { "\"" } else { ",\"" });
        out.push_str(name);
        out.push_str("\":");
        match change {
            Change::Set(json) => out.push_str(json),
            Change::Remove => out.push_str("null"),
            Change::Inside(members) => write(members, out),
        }
    }
    out.push('}');
}

/// Removals are nulls, which the serializer of signals does not write.
impl ToSignals for Changes {
    fn write_signals<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        let json = self.to_json().map_err(serde::ser::Error::custom)?;
        let members: serde_json::Map<String, Value> =
            serde_json::from_str(&json).map_err(serde::ser::Error::custom)?;
        let mut to = to.serialize_map(Some(members.len()))?;
        for (name, value) in &members {
            to.serialize_entry(name, value)?;
        }
        to.end()
    }

    fn to_json(&self) -> Result<String, SignalsError> {
        if let Some(problem) = &self.problem {
            return Err(problem.clone());
        }
        let mut json = String::new();
        write(&self.members, &mut json);
        Ok(json)
    }
}

/// A value of a signal of the type `T`, for serde.
pub(super) struct Single<'a, V, T>(&'a V, PhantomData<fn() -> T>);

impl<'a, V: ValueOf<T>, T> Single<'a, V, T> {
    pub(super) fn new(value: &'a V) -> Self {
        Self(value, PhantomData)
    }
}

impl<T, V: ValueOf<T>> Serialize for Single<'_, V, T> {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        self.0.write_value(to)
    }
}

/// The JSON of a value.
pub(crate) fn value_json<T>(value: &impl ValueOf<T>) -> Result<String, SignalsError> {
    json::value(&Single::<_, T>::new(value))
}
