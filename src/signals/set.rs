//! All signals of a page, a patch or a request at once.

use std::collections::{BTreeMap, HashMap};
use std::hash::BuildHasher;

use serde::ser::{Serialize, SerializeMap as _, Serializer};
use serde_json::{Map, Value};

use super::changes::Single;
use super::value::read_map;
use super::{Mismatch, SignalValue, ValueOf};
use crate::data::Untyped;
use crate::json::{self, SignalsError};

/// A set of signals that can be sent: what `data-signals` declares and a patch carries.
///
/// A struct that derives [`Signals`](macro@crate::Signals) is one, a map, a JSON object, and inside a
/// [`Plain`](super::Plain) whatever serde writes as an object.
///
/// ```
/// use starmark::html;
/// use starmark::prelude::Signals;
///
/// #[derive(Signals)]
/// struct Filter {
///     query: String,
///     #[signals(local)]
///     open: bool,
/// }
///
/// let filter = Filter { query: "a".into(), open: true };
/// let page = html! { div data-signals=(filter) {} };
/// assert_eq!(page.as_str(), r#"<div data-signals='{"query":"a","_open":true}'></div>"#);
/// ```
#[diagnostic::on_unimplemented(
    message = "`{Self}` is no set of signals",
    label = "no set of signals",
    note = "derive `Signals` for it, or wrap it in `Plain`, which takes what is `Serialize`"
)]
pub trait ToSignals {
    /// Writes an object.
    ///
    /// # Errors
    ///
    /// As the serializer.
    fn write_signals<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error>;

    /// The object as JSON.
    #[doc(hidden)]
    fn to_json(&self) -> Result<String, SignalsError> {
        json::object(&Set(self))
    }
}

/// A set of signals that a request can be read into.
///
/// Local signals are not part of a request, and not expected.
///
/// ```
/// use starmark::Signals;
/// use starmark::signals::from_body;
///
/// #[derive(Debug, PartialEq, Signals)]
/// #[signals(namespace)]
/// struct Filter {
///     page: u32,
///     tag: Option<u8>,
///     #[signals(local)]
///     open: bool,
/// }
///
/// let filter: Filter = from_body(br#"{"Filter":{"page":2.0,"tag":""},"other":1}"#)?;
/// assert_eq!(filter, Filter { page: 2, tag: None, open: false });
/// # Ok::<(), starmark::signals::ReadSignalsError>(())
/// ```
#[diagnostic::on_unimplemented(
    message = "signals cannot be read into a `{Self}`",
    label = "no set of signals",
    note = "derive `Signals` for it, or wrap it in `Plain`, which takes what is `Deserialize`"
)]
pub trait FromSignals: Sized {
    /// Reads the members of the object that the page sent.
    ///
    /// # Errors
    ///
    /// If they are not what the type expects.
    fn from_signals(signals: Map<String, Value>) -> Result<Self, Mismatch>;
}

impl<T: ToSignals + ?Sized> ToSignals for &T {
    fn write_signals<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        T::write_signals(self, to)
    }

    fn to_json(&self) -> Result<String, SignalsError> {
        T::to_json(self)
    }
}

/// The signals of a set, for serde.
struct Set<'a, T: ?Sized>(&'a T);

impl<T: ToSignals + ?Sized> Serialize for Set<'_, T> {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        self.0.write_signals(to)
    }
}

fn write_map<'a, K, V, S>(
    entries: impl ExactSizeIterator<Item = (&'a K, &'a V)>,
    to: S,
) -> Result<S::Ok, S::Error>
where
    K: AsRef<str> + 'a,
    V: ValueOf<Untyped> + 'a,
    S: Serializer,
{
    let mut to = to.serialize_map(Some(entries.len()))?;
    for (name, value) in entries {
        to.serialize_entry(name.as_ref(), &Single::<_, Untyped>::new(value))?;
    }
    to.end()
}

macro_rules! maps {
    ($($map:ident $([$state:ident])?;)*) => {$(
        #[diagnostic::do_not_recommend]
        impl<K: AsRef<str>, V: ValueOf<Untyped> $(, $state: BuildHasher)?> ToSignals for $map<K, V $(, $state)?> {
            fn write_signals<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
                write_map(self.iter(), to)
            }
        }

        #[diagnostic::do_not_recommend]
        impl<V: SignalValue $(, $state: BuildHasher + Default)?> FromSignals for $map<String, V $(, $state)?> {
            fn from_signals(signals: Map<String, Value>) -> Result<Self, Mismatch> {
                read_map(signals)
            }
        }
    )*};
}

maps! {
    BTreeMap;
    HashMap [H];
}

impl ToSignals for Value {
    fn write_signals<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        self.serialize(to)
    }
}

impl FromSignals for Value {
    fn from_signals(signals: Map<String, Value>) -> Result<Self, Mismatch> {
        Ok(Self::Object(signals))
    }
}

impl ToSignals for Map<String, Value> {
    fn write_signals<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        self.serialize(to)
    }
}

impl FromSignals for Map<String, Value> {
    fn from_signals(signals: Map<String, Value>) -> Result<Self, Mismatch> {
        Ok(signals)
    }
}
