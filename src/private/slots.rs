//! Values of `data-signals`: all signals of a set, or the value of one.

use super::Slot;
use crate::buffer::Cursor;
use crate::data::{Initial, Object, Untyped, object, single};
use crate::signals::{SignalValue, ToSignals, ValueOf};
use crate::value::{Text, attribute_at, is_shorter_in_single_quotes};

/// A set of signals. The bound stands on the method, so that the message is about signals.
pub trait SignalsSlot<T: ?Sized> {
    fn starmark_attribute(&self, open: &'static str, out: &mut Cursor<'_>, rest: usize)
    where
        T: ToSignals;
}

impl<T: ?Sized> SignalsSlot<T> for &&Slot<'_, Object, T> {
    fn starmark_attribute(&self, open: &'static str, out: &mut Cursor<'_>, rest: usize)
    where
        T: ToSignals,
    {
        json_attribute_at(open, out, rest, &object(self.1));
    }
}

/// The value of one signal.
pub trait InitialSlot {
    fn starmark_attribute(&self, open: &'static str, out: &mut Cursor<'_>, rest: usize);
}

impl<T: ValueOf<Untyped>> InitialSlot for &&&Slot<'_, Initial, T> {
    fn starmark_attribute(&self, open: &'static str, out: &mut Cursor<'_>, rest: usize) {
        write_initial(self.1, open, out, rest);
    }
}

/// The same behind a reference.
pub trait BorrowedSlot {
    fn starmark_attribute(&self, open: &'static str, out: &mut Cursor<'_>, rest: usize);
}

impl<T: ValueOf<Untyped>> BorrowedSlot for &&Slot<'_, Initial, &T> {
    fn starmark_attribute(&self, open: &'static str, out: &mut Cursor<'_>, rest: usize) {
        write_initial(*self.1, open, out, rest);
    }
}

/// What is no value of a signal.
pub trait RefusedSlot<T: ?Sized> {
    fn starmark_attribute(&self, open: &'static str, out: &mut Cursor<'_>, rest: usize)
    where
        T: SignalValue;
}

impl<T> RefusedSlot<T> for &Slot<'_, Initial, T> {
    fn starmark_attribute(&self, open: &'static str, out: &mut Cursor<'_>, rest: usize)
    where
        T: SignalValue,
    {
        write_initial(self.1, open, out, rest);
    }
}

fn write_initial(
    value: &impl ValueOf<Untyped>,
    open: &'static str,
    out: &mut Cursor<'_>,
    rest: usize,
) {
    json_attribute_at(open, out, rest, &single::<Untyped>(value));
}

/// An attribute whose value is JSON, as a template writes it.
fn json_attribute_at(open: &'static str, out: &mut Cursor<'_>, rest: usize, json: &str) {
    match open
        .strip_suffix('"')
        .filter(|_| is_shorter_in_single_quotes(json))
    {
        Some(open) => {
            out.put(open);
            out.put("'");
            // Trusted: nothing in it ends the value.
            out.trusted(json, rest + 1);
            out.put("'");
        }
        None => attribute_at::<Text>(open, out, rest, |out, rest| out.text(json, rest)),
    }
}
