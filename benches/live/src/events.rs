//! Events of states, through the layer and a store: read, change, save, tell, answer.

use std::time::Instant;

use axum::Router;
use axum::body::Body;
use axum::http::{Request, header};
use http_body_util::BodyExt as _;
use serde::{Deserialize, Serialize};
use starmark::prelude::*;
use starmark::state::{Memory, Sqlite, States};
use tower::ServiceExt as _;

#[derive(Clone, Default, Serialize, Deserialize, Signals, State)]
#[state(record)]
struct Counter {
    count: u64,
    label: String,
}

#[events]
impl Counter {
    #[event]
    fn add(&mut self) {
        self.count += 1;
    }
}

type Error = Box<dyn std::error::Error + Send + Sync>;

pub(crate) async fn run() -> Result<(), Error> {
    println!("## Events of states\n");
    println!("| store | writers | on | events a second |");
    println!("|---|--:|---|--:|");
    for (writers, records) in [(1, 1), (50, 1), (50, 50)] {
        for (name, events) in [("memory", 200_000), ("SQLite", 10_000)] {
            let folder = tempfile::tempdir()?;
            let states = States::new();
            let states = match name {
                "memory" => states.store(Memory::new()),
                _ => states.store(Sqlite::open(folder.path().join("states.db"))?),
            };
            let app = Router::new().layer(states.state::<Counter>());
            let rate = measure(app, writers, records, events).await?;
            let on = if records == 1 {
                "one record"
            } else {
                "a record each"
            };
            println!("| {name} | {writers} | {on} | {rate} |");
        }
    }
    Ok(())
}

/// Events a second.
async fn measure(
    app: Router,
    writers: usize,
    records: usize,
    events: usize,
) -> Result<u128, Error> {
    let start = Instant::now();
    let tasks: Vec<_> = (0..writers)
        .map(|writer| {
            let (app, path) = (
                app.clone(),
                format!("/state/Counter/{}/add", writer % records),
            );
            tokio::spawn(async move {
                for _ in 0..events / writers {
                    add(&app, &path).await;
                }
            })
        })
        .collect();
    for task in tasks {
        task.await?;
    }
    Ok(events as u128 * 1_000_000 / start.elapsed().as_micros())
}

async fn add(app: &Router, path: &str) {
    let request = Request::post(path)
        .header("datastar-request", "true")
        .header(header::CONTENT_TYPE, "application/json")
        .body(Body::from("{}"))
        .expect("a request");
    let response = app.clone().oneshot(request).await.expect("an answer");
    assert_eq!(response.status(), 200);
    let body = response.into_body().collect().await.expect("a body");
    assert!(
        body.to_bytes()
            .starts_with(b"event: datastar-patch-signals")
    );
}
