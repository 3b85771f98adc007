//! DOM events, for `data-on`.
//!
//! Each function is an event with the interface that its handler gets; modifiers are its methods. An event
//! that only reaches the window or the document listens there by itself. Sources:
//! <https://html.spec.whatwg.org/multipage/indices.html#events-2>, <https://w3c.github.io/uievents/>,
//! <https://w3c.github.io/pointerevents/>, <https://drafts.csswg.org/>.

pub mod interface;
mod table;

use std::borrow::Cow;
use std::fmt;
use std::marker::PhantomData;

use super::expr::{Source, Statements};
use super::modifier::Argument;
use super::name::EventName;
use super::state::{Lacks, With};
use super::{PluginRow, attribute, key, modifiers, on};
use crate::js::On;

pub use table::*;
pub(super) use table::{EVENTS, Target};

/// An event with its modifiers: the key of `data-on` under construction.
///
/// ```
/// use starmark::data::{event, ms};
/// assert_eq!(event::input().debounce(ms(200)).as_str(), "data-on:input__debounce.200ms");
/// ```
pub struct Event<S> {
    name: Cow<'static, str>,
    state: PhantomData<fn() -> S>,
}

/// The modifiers of an event whose handler gets an `E`: none so far.
#[derive(Debug, Clone, Copy)]
pub struct Fired<E>(PhantomData<fn() -> E>);

#[diagnostic::do_not_recommend]
impl<M, E> Lacks<M> for Fired<E> {}

/// What tells the interface of an event from its modifiers.
pub trait Dispatches {
    /// The interface.
    type Interface;
}

#[diagnostic::do_not_recommend]
impl<E> Dispatches for Fired<E> {
    type Interface = E;
}

#[diagnostic::do_not_recommend]
impl<M, S: Dispatches> Dispatches for With<M, S> {
    type Interface = S::Interface;
}

/// Can handle an event with the modifiers `S`: any statements, or code for an event of its interface.
///
/// ```
/// use starmark::data::event;
/// use starmark::html;
///
/// let button = html::button().data_on(event::click(), "$count++");
/// assert_eq!(button.to_string(), "<button data-on:click=\"$count++\"></button>");
/// ```
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be what happens at this event",
    label = "does not handle this event",
    note = "it takes a literal, an action such as `get(\"/path\")`, or `js!(…)`; a string comes in as `quote(value)`",
    note = "code with `|evt: KeyboardEvent|` is for events of that interface"
)]
pub trait Handles<K, S> {
    /// The code.
    #[doc(hidden)]
    fn into_handler(self) -> Cow<'static, str>
    where
        Self: Sized;
}

impl<K, S, T: Source<K>> Handles<K, S> for T {
    fn into_handler(self) -> Cow<'static, str> {
        self.into_source()
    }
}

impl<S: Dispatches<Interface: interface::Is<E>>, E> Handles<Statements, S> for On<E> {
    fn into_handler(self) -> Cow<'static, str> {
        self.into_code()
    }
}

/// An event, as `data-on` takes it, with the modifiers `S`.
///
/// ```
/// use starmark::data::event;
/// use starmark::{html, post};
///
/// let button = html::button().data_on(event::click(), post("/save"));
/// assert_eq!(button.to_string(), "<button data-on:click=\"@post('/save')\"></button>");
/// ```
#[diagnostic::on_unimplemented(
    message = "`{Self}` is no event",
    label = "not an event",
    note = "write `event::click()` for an event of browsers, `event!(\"my-event\")` for one of your own",
    note = "a name that comes at run time is `event::custom(EventName::try_from(name)?)`"
)]
pub trait Listen<S> {
    /// The event.
    #[doc(hidden)]
    fn into_event(self) -> Event<S>;
}

#[diagnostic::do_not_recommend]
impl<S> Listen<S> for Event<S> {
    fn into_event(self) -> Self {
        self
    }
}

/// An event that listens on the window.
type OnWindow<E> = With<modifiers::on::window, Fired<E>>;
/// An event that listens on the document.
type OnDocument<E> = With<modifiers::on::document, Fired<E>>;

impl<S> Event<S> {
    const fn fixed(name: &'static str) -> Self {
        Self {
            name: Cow::Borrowed(name),
            state: PhantomData,
        }
    }

    /// The attribute's name as it stands in HTML.
    ///
    /// ```
    /// use starmark::data::event;
    /// assert_eq!(event::click().prevent().as_str(), "data-on:click__prevent");
    /// ```
    pub fn as_str(&self) -> &str {
        &self.name
    }

    pub(super) fn into_name(self) -> Cow<'static, str> {
        self.name
    }

    /// The event with one more modifier.
    #[doc(hidden)]
    pub fn modified<M>(mut self, label: &str, argument: &impl Argument) -> Event<M> {
        attribute::push_modifier(&mut self.name, label, argument);
        Event {
            name: self.name,
            state: PhantomData,
        }
    }
}

impl<S> Clone for Event<S> {
    fn clone(&self) -> Self {
        Self {
            name: self.name.clone(),
            state: PhantomData,
        }
    }
}

impl<S> fmt::Debug for Event<S> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Event").field(&self.name).finish()
    }
}

/// An event by its own name, such as one of a web component; [`event!`](crate::event!) checks a literal.
///
/// ```
/// use starmark::data::{EventName, event};
///
/// let name = EventName::try_from("sl-change")?;
/// assert_eq!(event::custom(name).once().as_str(), "data-on:sl-change__once");
/// # Ok::<(), starmark::data::NameError>(())
/// ```
pub fn custom(name: EventName<'_>) -> Event<Fired<interface::CustomEvent>> {
    Event {
        name: Cow::Owned([on::ATTRIBUTE, ":", &key::event(name)].concat()),
        state: PhantomData,
    }
}
