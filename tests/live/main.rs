//! Live pages: relays, and the streams that follow them.

mod broker;
mod page;
mod relay;
mod tasks;
