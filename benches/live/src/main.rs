//! The live layer under load: `cargo run --release -p starmark-live`.
//!
//! * `publish`: from a publication until all subscribers have it, beside `tokio::sync::broadcast`
//! * `events`: events of states, through the layer and a store

mod events;
mod publish;

use std::time::Duration;

fn main() -> Result<(), Box<dyn std::error::Error + Send + Sync>> {
    let runtime = tokio::runtime::Builder::new_multi_thread()
        .worker_threads(2)
        .enable_all()
        .build()?;
    publish::run(&runtime);
    runtime.block_on(events::run())
}

/// The middle one.
fn median(mut times: Vec<Duration>) -> Duration {
    times.sort_unstable();
    times[times.len() / 2]
}
