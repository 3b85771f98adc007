//! Web frameworks: one file and one feature each, with the same three paragraphs.
//!
//! Markup as a response, events as a response, signals as an argument. Whatever is not about a framework's
//! own types lives elsewhere.

#[cfg(feature = "axum")]
mod axum;
