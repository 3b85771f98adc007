//! What pages are told of a state.

use std::sync::Arc;

use serde::de::{Deserialize, Deserializer};
use serde::ser::{Serialize, Serializer};
use serde_json::{Map, Value};

use super::{State, Version};
use crate::SignalsError;
use crate::signals::Changes;
use crate::sse::PatchSignals;

/// The signals of a state as they are now: what does not become a signal is not in it.
#[derive(Debug, Clone)]
pub(super) struct Snapshot {
    /// Nothing was ever saved without one.
    pub(super) version: Option<Version>,
    signals: Arc<Map<String, Value>>,
}

impl Snapshot {
    pub(super) fn of<T: State>(state: &T, version: Option<Version>) -> Result<Self, SignalsError> {
        // What was just written as an object is one.
        let signals = serde_json::from_str(&state.to_json()?).unwrap_or_default();
        Ok(Self {
            version,
            signals: Arc::new(signals),
        })
    }

    /// All signals.
    pub(super) fn whole(&self) -> Result<PatchSignals, SignalsError> {
        PatchSignals::new(Value::Object(Map::clone(&self.signals)))
    }

    /// The signals that have changed since, if there are any.
    pub(super) fn since(&self, before: &Self) -> Option<PatchSignals> {
        let changes = Changes::between(&before.signals, &self.signals)?;
        // They were written once before.
        PatchSignals::new(changes).ok()
    }
}

/// A version and the signals, for other processes.
impl Serialize for Snapshot {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        let version = self.version.map(Version::number);
        (version, &*self.signals).serialize(to)
    }
}

impl<'de> Deserialize<'de> for Snapshot {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        let (version, signals) = <(Option<u64>, Map<String, Value>)>::deserialize(from)?;
        Ok(Self {
            version: version.map(Version::from),
            signals: Arc::new(signals),
        })
    }
}
