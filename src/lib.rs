//! Typed HTML and Datastar, rendered straight into patch events, with rustc as the checker.

pub mod attributes;
mod buffer;
pub mod element;
mod escape;
mod markup;
mod render;
pub mod value;
mod vocabulary;

pub use attributes::Attributes;
pub use buffer::Buffer;
pub use element::{Element, Tag};
pub use markup::{DOCTYPE, Markup, PreEscaped};
pub use render::{FromFn, Render, from_fn, render};

mod integrations;
#[cfg(feature = "json")]
mod json;
#[cfg(feature = "json")]
pub mod signals;
pub mod sse;

#[cfg(feature = "json")]
pub use json::{JsonScript, SignalsError};
#[cfg(feature = "json")]
pub use signals::Signals;
