//! Values of `data-signals`: all signals of a set, or the value of one.

use super::Slot;
use crate::buffer::Buffer;
use crate::data::{Initial, Object, Untyped, write_object, write_signal};
use crate::signals::{SignalValue, ToSignals, ValueOf};
use crate::value::{Attribute, write_checked};

/// A set of signals. The bound stands on the method, so that the message is about signals.
pub trait SignalsSlot<T: ?Sized> {
    fn starmark_attribute(&self, out: &mut Buffer)
    where
        T: ToSignals;
}

impl<T: ?Sized> SignalsSlot<T> for &&Slot<'_, Object, T> {
    fn starmark_attribute(&self, out: &mut Buffer)
    where
        T: ToSignals,
    {
        let mut source = String::new();
        write_object(self.1, &mut source);
        write_checked::<Object>(self.0.name(), out, |out| out.text(&source));
    }
}

/// The value of one signal.
pub trait InitialSlot {
    fn starmark_attribute(&self, out: &mut Buffer);
}

impl<T: ValueOf<Untyped>> InitialSlot for &&&Slot<'_, Initial, T> {
    fn starmark_attribute(&self, out: &mut Buffer) {
        write_initial(self.0, self.1, out);
    }
}

/// The same behind a reference.
pub trait BorrowedSlot {
    fn starmark_attribute(&self, out: &mut Buffer);
}

impl<T: ValueOf<Untyped>> BorrowedSlot for &&Slot<'_, Initial, &T> {
    fn starmark_attribute(&self, out: &mut Buffer) {
        write_initial(self.0, *self.1, out);
    }
}

/// What is no value of a signal.
pub trait RefusedSlot<T: ?Sized> {
    fn starmark_attribute(&self, out: &mut Buffer)
    where
        T: SignalValue;
}

impl<T> RefusedSlot<T> for &Slot<'_, Initial, T> {
    fn starmark_attribute(&self, out: &mut Buffer)
    where
        T: SignalValue,
    {
        write_initial(self.0, self.1, out);
    }
}

fn write_initial(attribute: Attribute<Initial>, value: &impl ValueOf<Untyped>, out: &mut Buffer) {
    let mut source = String::new();
    write_signal::<Untyped>(value, &mut source);
    write_checked::<Initial>(attribute.name(), out, |out| out.text(&source));
}
