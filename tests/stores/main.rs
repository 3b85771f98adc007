//! Stores of states: one contract for all of them, and what each of them says of itself.

mod contract;
mod crash;
mod model;
mod processes;
mod proxy;
mod redis;
#[path = "../support/redis.rs"]
mod redis_server;
mod server;
mod sqlite;

use starmark::live::Topic;
use starmark::state::{Entry, Key, Memory, Redis, Sqlite, Version};
use tempfile::TempDir;

/// Longer than anything here takes.
const PATIENCE: std::time::Duration = std::time::Duration::from_secs(60);

fn key(text: &str) -> Key {
    Key::new(Topic::new("test").with(text))
}

fn entry(value: impl Into<String>, version: u64) -> Entry {
    let (value, version) = (value.into(), Version::from(version));
    Entry { value, version }
}

/// Each store, with what it needs for as long as it is there.
mod fixture {
    use super::server::Server;
    use super::{Memory, Redis, Sqlite, TempDir};

    pub(crate) fn memory() -> (Memory, ()) {
        (Memory::new(), ())
    }

    pub(crate) fn sqlite_in_memory() -> (Sqlite, ()) {
        (Sqlite::in_memory().expect("a store in memory"), ())
    }

    pub(crate) fn sqlite() -> (Sqlite, TempDir) {
        let folder = TempDir::new().expect("a folder");
        let store = Sqlite::open(folder.path().join("states.db"));
        (store.expect("a store in a file"), folder)
    }

    pub(crate) fn redis() -> (Redis, Server) {
        let server = Server::start();
        (server.store(), server)
    }
}

/// A test of each part of the contract for each store.
macro_rules! hold {
    ($($store:ident)*) => { $(
        mod $store {
            hold! { in $store:
                nothing_is_there_before
                what_is_saved_is_loaded
                a_save_replaces_the_version_that_it_names
                what_is_removed_is_gone_and_can_come_back
                keys_are_told_apart
                values_come_back_as_they_were
                versions_are_exact
                time_ends_entries
                time_starts_again_with_each_save
                increments_add_up
            }

            #[test]
            fn it_does_what_a_map_does() {
                $crate::model::check(&$crate::fixture::$store);
            }
        }
    )* };
    (in $store:ident: $($part:ident)*) => { $(
        #[tokio::test(flavor = "multi_thread", worker_threads = 2)]
        async fn $part() {
            let (store, _place) = $crate::fixture::$store();
            $crate::contract::$part(store).await;
        }
    )* };
}

/// The contract, kept.
mod kept {
    hold! { memory sqlite_in_memory sqlite redis }
}
