//! Who renders: one file for each engine, with one function for each workload.

pub(crate) mod askama;
pub(crate) mod datastar;
pub(crate) mod hypertext;
pub(crate) mod maud;
pub(crate) mod sailfish;
pub(crate) mod starmark_builder;
pub(crate) mod starmark_components;
pub(crate) mod starmark_macro;
