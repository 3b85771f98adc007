//! What a view can be.

use std::borrow::Cow;
use std::fmt::Display;

use crate::markup::PreEscaped;
use crate::sse::{self, Event, Events, Patch, PatchElements};

/// What can be sent as the view of a part of a page: markup, whose elements take the places that their ids name; a
/// patch; changes of signals; several events; or a `Result` of one.
///
/// ```
/// use starmark::live::View;
/// use starmark::prelude::*;
///
/// let events = html! { p #count { "3" } }.into_events()?;
/// assert_eq!(events.to_string(), "event: datastar-patch-elements\ndata: elements <p id=\"count\">3</p>\n\n");
///
/// #[derive(Signals)]
/// struct Page { count: i64 }
///
/// let events = patch!(Page::signals().count = 3).into_events()?;
/// assert_eq!(events.to_string(), "event: datastar-patch-signals\ndata: signals {\"count\":3}\n\n");
/// assert_eq!(Err::<Markup, _>("no database").into_events(), Err("no database".to_owned()));
/// # Ok::<(), String>(())
/// ```
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be the view of a part of a page",
    label = "neither markup nor events",
    note = "return `Markup`, a `Patch`, what `patch!` makes, an event such as `PatchElements`, or a `Result` of one of these"
)]
pub trait View {
    /// The events that show it.
    ///
    /// # Errors
    ///
    /// Why there is nothing to show.
    fn into_events(self) -> Result<Events, String>;
}

impl View for () {
    fn into_events(self) -> Result<Events, String> {
        Ok(Events::new())
    }
}

impl<T: Into<Cow<'static, str>>> View for PreEscaped<T> {
    fn into_events(self) -> Result<Events, String> {
        let markup: Cow<'static, str> = self.0.into();
        PatchElements::new(PreEscaped(markup)).into_events()
    }
}

impl View for Events {
    fn into_events(self) -> Result<Events, String> {
        Ok(self)
    }
}

impl View for Patch {
    fn into_events(self) -> Result<Events, String> {
        Ok(self.into())
    }
}

impl<V: View> View for Option<V> {
    fn into_events(self) -> Result<Events, String> {
        self.map_or_else(|| Ok(Events::new()), V::into_events)
    }
}

impl<V: View, E: Display> View for Result<V, E> {
    fn into_events(self) -> Result<Events, String> {
        self.map_err(|error| error.to_string())?.into_events()
    }
}

macro_rules! events {
    ($($event:ty)*) => {$(
        impl View for $event {
            fn into_events(self) -> Result<Events, String> {
                Ok(Events::new().and(self))
            }
        }
    )*};
}

events! { Event PatchElements sse::ExecuteScript sse::DispatchEvent }
#[cfg(feature = "json")]
events! { sse::PatchSignals }

/// What [`patch!`](crate::patch!) makes.
#[cfg(feature = "json")]
impl View for crate::signals::Changes {
    fn into_events(self) -> Result<Events, String> {
        sse::PatchSignals::new(self).into_events()
    }
}
