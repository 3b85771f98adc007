//! The harness of the browser tests: real servers, headless Chromium, the genuine client.
//!
//! Starmark's promise ends in a browser: a patch is right when the page is. These modules give
//! a test a server ([`Server`], [`Site`]), pages ([`Browser`], [`Page`]), and a frame around
//! both ([`in_browser`]) that keeps evidence of a failure and lets no console error pass.
//!
//! A harness cannot recover from a machine it does not understand, so its functions panic with
//! a sentence where a library would return an error; the panic names the line of the test.

mod browser;
mod console;
mod driver;
mod failure;
mod page;
mod paths;
mod process;
mod server;
mod session;
mod site;
mod wait;

pub use browser::Browser;
pub use console::Entry;
pub use failure::in_browser;
pub use page::Page;
pub use paths::{client, command_line, evidence};
pub use server::Server;
pub use site::Site;
pub use wait::{eventually, until};
