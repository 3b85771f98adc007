//! What tests of pages ask, whatever template engine made them.

pub mod check;
mod document;

pub use check::{Finding, Site, check_page};
pub use document::Document;
