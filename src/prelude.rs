//! What nearly every file with templates needs: `use starmark::prelude::*;`.

pub use crate::data::{self, ms, secs};
pub use crate::html::Global as _;
#[cfg(feature = "components")]
pub use crate::{Children, component};
pub use crate::{
    Action, Attributes, Buffer, DOCTYPE, Element, Markup, PreEscaped, Render, Signal, delete, from_fn, get, html, patch, post,
    put, quote, render, write_html,
};

#[cfg(feature = "json")]
pub use crate::{JsonScript, Signals};
