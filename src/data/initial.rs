//! What `data-signals` says: the values that signals have at first.

use std::borrow::Cow;
use std::marker::PhantomData;

use super::{Initial, Object, Source, quote_to};
use crate::signals::{ToSignals, ValueOf, value_json};

impl<T: ToSignals> Source<Object> for T {
    fn write_source(&self, out: &mut String) {
        out.push_str(&object(self));
    }

    fn into_source(self) -> Cow<'static, str> {
        Cow::Owned(object(&self))
    }
}

/// Signals that cannot be carried are reported in the page: the expression throws nothing and sets nothing.
pub(crate) fn object<T: ToSignals + ?Sized>(signals: &T) -> String {
    source(signals.to_json())
}

/// The value of one signal.
pub(super) struct Single<V, T>(V, PhantomData<fn() -> T>);

impl<T, V: ValueOf<T>> Single<V, T> {
    pub(super) fn new(value: V) -> Self {
        Self(value, PhantomData)
    }
}

impl<T, V: ValueOf<T>> Source<Initial> for Single<V, T> {
    fn write_source(&self, out: &mut String) {
        out.push_str(&single(&self.0));
    }

    fn into_source(self) -> Cow<'static, str> {
        Cow::Owned(single(&self.0))
    }
}

/// The value of one signal.
pub(crate) fn single<T>(value: &impl ValueOf<T>) -> String {
    source(value_json(value))
}

fn source<E: std::fmt::Display>(json: Result<String, E>) -> String {
    json.unwrap_or_else(|error| {
        let mut source = String::from("(console.error(\"starmark: ");
        quote_to(&error.to_string(), &mut source);
        source.push_str("\"), {})");
        source
    })
}
