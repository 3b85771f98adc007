//! Typed HTML and Datastar, rendered straight into patch events, with rustc as the checker.
#![cfg_attr(docsrs, feature(doc_cfg))]

pub mod attributes;
mod buffer;
#[cfg(feature = "components")]
mod component;
pub mod data;
pub mod element;
mod escape;
pub mod html;
#[cfg(feature = "json")]
mod json;
mod markup;
mod message;
pub mod mathml;
pub mod prelude;
#[doc(hidden)]
#[allow(missing_docs)]
pub mod private;
mod render;
pub mod svg;
pub mod value;
mod vocabulary;

pub use attributes::Attributes;
pub use buffer::Buffer;
#[cfg(feature = "components")]
pub use component::Children;
pub use data::{Action, Signal, delete, get, patch, post, put, query, quote};
pub use element::{Element, Tag};
pub use markup::{DOCTYPE, Markup, PreEscaped};
pub use render::{FromFn, Render, from_fn, render};
#[cfg(feature = "components")]
pub use starmark_macros::component;

/// Renders a template to owned [`Markup`].
#[macro_export]
macro_rules! html {
    ($($template:tt)*) => { $crate::private::html! { $crate { $($template)* } } };
}

/// Renders a template into a [`Buffer`].
#[macro_export]
macro_rules! write_html {
    ($($call:tt)*) => { $crate::private::write_html! { $crate { $($call)* } } };
}
