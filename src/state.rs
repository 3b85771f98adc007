//! State on the server that pages follow.

mod memory;
mod store;

pub use memory::Memory;
pub use store::{Entry, Key, Store, StoreError, Version};
