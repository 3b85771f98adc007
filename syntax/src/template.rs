//! The grammar of templates: tokens in, a tree out.
//!
//! [`parse`] reads the tokens into the tree of [`ast`], and names nothing wrong that only rustc can know.

pub mod ast;
mod attribute;
mod control;
pub mod name;
pub mod parse;
