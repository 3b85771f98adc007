//! Stores in a Redis server of the tests.

use starmark::state::Redis;

use crate::PATIENCE;
pub(crate) use crate::redis_server::{Server, free_port};

impl Server {
    pub(crate) fn store(&self) -> Redis {
        store(self.port())
    }
}

/// A store that waits for a machine that has much to write.
pub(crate) fn store(port: u16) -> Redis {
    let store = Redis::new(&format!("redis://127.0.0.1:{port}"));
    store.expect("a URL").limit(PATIENCE)
}
