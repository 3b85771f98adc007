//! Which signals can be bound to which form control.
//!
//! The client reads a control by its sort and writes what that gives: a checkbox turns a number into a `bool`, a
//! list of options refuses what is no array. So the type of a bound signal has to be one that the control keeps.
//! Source: <https://data-star.dev/reference/attributes#data-bind>.

use std::borrow::Cow;
use std::marker::PhantomData;
use std::sync::Arc;

use super::{Signal, SignalName, SignalPath, Source, Untyped};
use crate::buffer::Cursor;
use crate::element::Control;
use crate::html;
use crate::value::Value;

/// A signal whose type fits the control `T`, for `data-bind`.
///
/// ```compile_fail,E0277
/// use starmark::Signals;
/// use starmark::html::textarea;
///
/// #[derive(Signals)]
/// struct Page { open: bool }
///
/// let _ = textarea().data_bind(Page::signals().open); // a `textarea` holds a string
/// ```
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be bound to `{T}`",
    label = "no signal that fits this control",
    note = "`data_bind` takes a `Signal`, such as `Page::signals().name` or `signal!(\"user.name\")`"
)]
pub trait Binds<T>: Source<SignalName> + Value<SignalName> {}

impl<T, V: BindsAs<T>> Binds<T> for Signal<V> {}

#[diagnostic::do_not_recommend]
impl<T, S: Binds<T>> Binds<T> for &S {}

#[diagnostic::do_not_recommend]
impl<T> Binds<T> for SignalPath<'_> {}

/// A type whose signals the control `C` keeps as they are.
///
/// The controls are the elements of [`html`](mod@crate::html), and where a template says more, [`controls`].
///
/// ```
/// use starmark::html;
/// use starmark::prelude::Signals;
///
/// #[derive(Signals)]
/// struct Page { open: bool, size: f64 }
///
/// let s = Page::signals();
/// let form = html! { input type="checkbox" data-bind=(s.open); input type="range" data-bind=(s.size); };
/// assert_eq!(form.as_str(), r#"<input type="checkbox" data-bind="open"><input type="range" data-bind="size">"#);
/// ```
#[diagnostic::on_unimplemented(
    message = "a signal of `{Self}` does not fit `{C}`",
    label = "bound to `{C}`",
    note = "a text field holds a string or a number, `type=\"number\"` and `type=\"range\"` a number, `type=\"radio\"` a string, a number or an enum",
    note = "a checkbox holds a `bool`, with a `value` also a string, and several of one signal a `Vec` of those; `type=\"file\"` holds a `Vec<File>`",
    note = "a `textarea` holds a string, a `select` a string, a number or an enum, with `multiple` a `Vec` of those"
)]
pub trait BindsAs<C> {}

/// Sorts of `input` and `select` that a template knows by their attributes.
pub mod controls {
    use crate::element::{Control, Tag};

    macro_rules! controls {
        ($($(#[$doc:meta])* $control:ident;)*) => {$(
            $(#[$doc])*
            #[derive(Debug, Clone, Copy)]
            pub enum $control {}

            impl Tag for $control {
                const NAME: &'static str = "";
                const START: &'static str = "";
            }

            #[diagnostic::do_not_recommend]
            impl Control for $control {
                type Sort = Self;
            }
        )*};
    }

    controls! {
        /// An `input` that is edited as text.
        TextInput;
        /// `type="number"` and `type="range"`.
        NumberInput;
        /// `type="checkbox"` without a `value`.
        Checkbox;
        /// `type="checkbox"` with a `value`.
        ValuedCheckbox;
        /// `type="radio"`.
        RadioInput;
        /// `type="file"`.
        FileInput;
        /// A `select` without `multiple`.
        SingleSelect;
        /// A `select` with `multiple`.
        MultipleSelect;
        /// A custom element that is not declared.
        CustomElement;
    }
}

/// Text in the browser: strings, and enums that derive [`Signals`](macro@crate::Signals).
#[doc(hidden)]
pub trait Word {
    /// The text.
    fn word(&self) -> &str;
}

macro_rules! words {
    ($($word:ty)*) => {$(
        impl Word for $word {
            fn word(&self) -> &str {
                self
            }
        }
    )*};
}

words! { String Box<str> Arc<str> Cow<'static, str> }

macro_rules! binds {
    (@@ [$($generics:tt)*] $value:ty: $control:ty) => {
        #[diagnostic::do_not_recommend]
        impl<$($generics)*> BindsAs<$control> for $value {}
    };
    // What goes into each of the controls on the left.
    ($([$($generics:tt)*] $value:ty: $($control:ty)+;)*) => {
        $(binds!(@ [$($generics)*] $value: $($control)+);)*
    };
    (@ $generics:tt $value:ty: $($control:ty)+) => { $(binds!(@@ $generics $value: $control);)+ };
}

use controls::{
    Checkbox, FileInput, MultipleSelect, NumberInput, RadioInput, SingleSelect, TextInput,
    ValuedCheckbox,
};
use html::{button, input, meter, output, progress, select, textarea};

binds! {
    [T: Word] T: TextInput RadioInput ValuedCheckbox SingleSelect input select textarea button output;
    [T: Word] Option<T>: TextInput RadioInput SingleSelect input select textarea button output;
    [T: Word] Vec<T>: MultipleSelect ValuedCheckbox input select;
    [] bool: Checkbox ValuedCheckbox input;
    [] Option<bool>: Checkbox input;
    [] Vec<bool>: Checkbox input;
    [] Untyped: TextInput NumberInput Checkbox ValuedCheckbox RadioInput FileInput SingleSelect MultipleSelect
        input select textarea button output progress meter;
}

macro_rules! numbers {
    ($($number:ty)*) => {
        binds! {$(
            [] $number: TextInput NumberInput RadioInput SingleSelect input select progress meter;
            // A signal that is not there yet becomes a string in other controls.
            [] Option<$number>: NumberInput input progress meter;
            [] Vec<$number>: MultipleSelect select;
        )*}
    };
}

numbers! { i8 i16 i32 i64 isize u8 u16 u32 u64 usize f32 f64 }

#[cfg(feature = "json")]
binds! {
    [] Vec<crate::signals::File>: FileInput input;
    [] Option<Vec<crate::signals::File>>: FileInput input;
}

/// A custom element keeps whatever its property holds.
#[diagnostic::do_not_recommend]
impl<V> BindsAs<controls::CustomElement> for V {}

/// A control in a template.
#[doc(hidden)]
#[derive(Debug)]
pub struct Bound<C>(PhantomData<fn() -> C>);

impl<C> Bound<C> {
    /// The control.
    pub const HERE: Self = Self(PhantomData);
}

/// The attribute on an element that can have it.
#[doc(hidden)]
pub trait BoundSlot<C> {
    /// Writes the attribute.
    fn starmark_bind<V: Binds<C>>(
        &self,
        value: &V,
        open: &'static str,
        out: &mut Cursor<'_>,
        rest: usize,
    );
}

impl<C: Control> BoundSlot<C::Sort> for Bound<C> {
    #[inline]
    fn starmark_bind<V: Binds<C::Sort>>(
        &self,
        value: &V,
        open: &'static str,
        out: &mut Cursor<'_>,
        rest: usize,
    ) {
        value.attribute_at(open, out, rest);
    }
}

/// The same on an element that cannot, which the rules for names report.
#[doc(hidden)]
pub trait UnboundSlot {
    /// Writes the attribute.
    fn starmark_bind<V: Value<SignalName>>(
        &self,
        value: &V,
        open: &'static str,
        out: &mut Cursor<'_>,
        rest: usize,
    );
}

impl<C> UnboundSlot for &Bound<C> {
    fn starmark_bind<V: Value<SignalName>>(
        &self,
        value: &V,
        open: &'static str,
        out: &mut Cursor<'_>,
        rest: usize,
    ) {
        value.attribute_at(open, out, rest);
    }
}
