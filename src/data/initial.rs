//! What `data-signals` says: the values that signals have at first.

use std::marker::PhantomData;

use super::{Initial, Object, Source, quote_to};
use crate::signals::{ToSignals, ValueOf, value_json};

impl<T: ToSignals> Source<Object> for T {
    fn write_source(&self, out: &mut String) {
        write_object(self, out);
    }
}

/// Signals that cannot be carried are reported in the page: the expression throws nothing and sets nothing.
pub(crate) fn write_object<T: ToSignals + ?Sized>(signals: &T, out: &mut String) {
    write_json(signals.to_json(), out);
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
        write_signal(&self.0, out);
    }
}

/// Appends the value of one signal.
pub(crate) fn write_signal<T>(value: &impl ValueOf<T>, out: &mut String) {
    write_json(value_json(value), out);
}

fn write_json<E: std::fmt::Display>(json: Result<String, E>, out: &mut String) {
    match json {
        Ok(json) => out.push_str(&json),
        Err(error) => {
            out.push_str("(console.error(\"starmark: ");
            quote_to(&error.to_string(), out);
            out.push_str("\"), {})");
        }
    }
}
