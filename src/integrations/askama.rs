//! askama 0.16: what is not escaped again. <https://docs.rs/askama>
//!
//! An attribute brings the space before it, so it follows the tag's name at once: `<button{{ save }}>`. It
//! stands in a tag, never inside an attribute's value, where its quotes would end that.

use askama::filters::HtmlSafe;

use crate::data::Attr;
use crate::element::End;
use crate::{Attributes, Element, PreEscaped};

// Trusted: names were checked and values escaped when they were written.
impl<P, S> HtmlSafe for Attr<P, S> {}
impl HtmlSafe for Attributes {}
impl<T: End> HtmlSafe for Element<T> {}
impl<T: AsRef<str>> HtmlSafe for PreEscaped<T> {}
