//! What tests of pages ask, whatever template engine made them.

mod document;

pub use document::Document;
