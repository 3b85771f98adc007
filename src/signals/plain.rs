//! What only serde knows, as signals.

use serde::Serialize;
use serde::de::DeserializeOwned;
use serde::ser::Serializer;
use serde_json::{Map, Value};

use super::record::deserialize;
use super::{FromSignals, Location, Mismatch, SignalValue, ToSignals};
use crate::data::Signal;

/// Signals that serde writes and reads, without `#[derive(Signals)]`.
///
/// There are no handles, and a signal that the client left out has to be a `#[serde(default)]` or an `Option`.
///
/// ```
/// use starmark::signals::{Plain, from_body};
/// use starmark::sse::{Event, PatchSignals};
///
/// #[derive(serde::Serialize, serde::Deserialize)]
/// struct Point { x: i32 }
///
/// let patch = PatchSignals::new(Plain(&Point { x: 1 }))?;
/// assert_eq!(Event::from(patch).as_str(), "event: datastar-patch-signals\ndata: signals {\"x\":1}\n\n");
/// let Plain(point) = from_body::<Plain<Point>>(br#"{"x":2.0}"#)?;
/// assert_eq!(point.x, 2);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Plain<T>(pub T);

#[diagnostic::do_not_recommend]
impl<T: Serialize> ToSignals for Plain<T> {
    fn write_signals<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        self.0.serialize(to)
    }
}

#[diagnostic::do_not_recommend]
impl<T: DeserializeOwned> FromSignals for Plain<T> {
    fn from_signals(signals: Map<String, Value>) -> Result<Self, Mismatch> {
        deserialize(Value::Object(signals)).map(Self)
    }
}

#[diagnostic::do_not_recommend]
impl<T: Serialize + DeserializeOwned> SignalValue for Plain<T> {
    type Handle = Signal<T>;

    fn handle<L: Location>() -> Signal<T> {
        Signal::of(L::PATH)
    }

    fn write<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        self.0.serialize(to)
    }

    fn read(value: Value) -> Result<Self, Mismatch> {
        deserialize(value).map(Self)
    }
}
