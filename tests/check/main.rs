//! Finished pages: what the client reads gives no finding, and what it cannot read gives one.

mod mistakes;
mod pages;
mod site;
#[expect(dead_code, reason = "what a browser has to do is for its test")]
#[path = "../datastar/vector.rs"]
mod vector;
mod vectors;
