//! Who renders: one file for each engine, with one function for each workload.

pub(crate) mod askama;
pub(crate) mod datastar;
#[cfg(feature = "heavy")]
pub(crate) mod dioxus;
pub(crate) mod hypertext;
mod jinja;
#[cfg(feature = "heavy")]
pub(crate) mod leptos;
pub(crate) mod markup;
pub(crate) mod maud;
pub(crate) mod minijinja;
pub(crate) mod sailfish;
pub(crate) mod starmark_builder;
pub(crate) mod starmark_components;
pub(crate) mod starmark_macro;
pub(crate) mod tera;
pub(crate) mod vy;
