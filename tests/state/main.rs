//! States: what pages ask of them, and what they are told.

mod app;
mod browser;
mod conflict;
mod crash;
mod events;
mod follow;
mod keeping;
mod session;
