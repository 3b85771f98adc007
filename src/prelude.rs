//! What nearly every file with templates needs: `use starmark::prelude::*;`.

pub use crate::data::{self, ms, secs};
// Both the macro and the module of elements.
pub use crate::html;
pub use crate::html::Global as _;
pub use crate::{
    Action, Attributes, Buffer, DOCTYPE, Element, Id, IdPrefix, Markup, PreEscaped, Render, Signal,
    delete, event, from_fn, get, id, js, patch, path, post, property, put, quote, render, signal,
    write_html,
};
#[cfg(feature = "components")]
pub use crate::{Children, component};

#[cfg(feature = "axum")]
pub use crate::{route, routes};

#[cfg(feature = "json")]
pub use crate::{JsonScript, Signals};

#[cfg(feature = "state")]
pub use crate::state::Events as _;
#[cfg(feature = "state")]
pub use crate::{State, events};
