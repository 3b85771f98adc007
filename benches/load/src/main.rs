//! Streams under load, in one run: many that are idle, and many that receive a board whenever a card of it changes.
//!
//! Each application runs in a process of its own; this one reads. Times are of the server's process, on all cores; a
//! delay is from the change of the board to the moment a reader has the beginning of its event.

#![expect(clippy::cast_precision_loss, reason = "figures for people")]

mod apps;
mod board;
mod client;
mod process;

use std::io;
use std::sync::atomic::Ordering::Relaxed;
use std::time::Duration;

use starmark::serve::Server;
use tokio::net::TcpListener;
use tokio::time::{Instant, sleep};

use crate::apps::App;
use crate::client::{Coding, SAMPLE, Seen};

const USAGE: &str = "starmark-load [idle [streams] | board [streams [rate [seconds]]]]";

#[tokio::main]
async fn main() -> io::Result<()> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let number = |at: usize, usual: u32| {
        let number = arguments.get(at).and_then(|number| number.parse().ok());
        number.unwrap_or(usual)
    };
    match arguments.first() {
        Some(&"serve") => serve(&arguments).await,
        Some(&"idle") => idle(number(1, 5000)).await,
        Some(&"board") => board(number(1, 1000), number(2, 10), number(3, 10)).await,
        None => {
            idle(5000).await?;
            board(1000, 10, 10).await
        }
        Some(_) => Err(io::Error::other(USAGE)),
    }
}

async fn serve(arguments: &[&str]) -> io::Result<()> {
    let app = arguments.get(1).and_then(|name| App::of(name));
    let rate = arguments.get(2).and_then(|rate| rate.parse().ok());
    let (app, rate) = app.zip(rate).ok_or_else(|| io::Error::other(USAGE))?;
    let listener = TcpListener::bind("127.0.0.1:0").await?;
    println!("{}", listener.local_addr()?);
    let routes = app.routes(rate);
    match app {
        App::Starmark | App::StarmarkUnlimited => Server::new(listener).serve(routes).await,
        App::Maud | App::MaudShared => axum::serve(listener, routes).await?,
    }
    Ok(())
}

/// The memory of streams that say nothing.
async fn idle(streams: u32) -> io::Result<()> {
    println!(
        "## {streams} idle streams\n\n| application | memory before | with the streams | per stream |"
    );
    println!("|---|--:|--:|--:|");
    for app in [App::Starmark, App::Maud] {
        let server = process::Server::start(app, 1)?;
        sleep(Duration::from_millis(300)).await;
        let before = server.memory()?;
        let seen = client::open(server.address, "/idle", streams as usize, Coding::Identity);
        let started = Instant::now();
        while seen.open.load(Relaxed) < u64::from(streams) {
            if started.elapsed() > Duration::from_secs(60) {
                let open = seen.open.load(Relaxed);
                return Err(io::Error::other(format!(
                    "only {open} streams opened: raise `ulimit -n`"
                )));
            }
            sleep(Duration::from_millis(50)).await;
        }
        sleep(Duration::from_millis(500)).await;
        let after = server.memory()?;
        let each = (after - before) as f64 / f64::from(streams) / 1024.0;
        let megabytes = |bytes: u64| bytes as f64 / 1024.0 / 1024.0;
        println!(
            "| {} | {:.1} MB | {:.1} MB | {each:.1} KB |",
            app.name(),
            megabytes(before),
            megabytes(after)
        );
    }
    println!();
    Ok(())
}

/// What it costs to send a board to all.
async fn board(streams: u32, rate: u32, seconds: u32) -> io::Result<()> {
    println!("## {streams} streams, a board {rate} times a second\n");
    println!(
        "| coding | application | events/s of {} | CPU per event | bytes per event | median delay | p99 delay | memory |",
        streams * rate
    );
    println!("|---|---|--:|--:|--:|--:|--:|--:|");
    for coding in Coding::ALL {
        let apps = App::ALL.into_iter();
        for app in apps.filter(|app| coding != Coding::Identity || *app != App::StarmarkUnlimited) {
            let server = process::Server::start(app, rate)?;
            let row = measure(&server, streams, seconds, coding).await?;
            println!("| {} | {} | {row} |", coding.name(), app.name());
        }
    }
    println!();
    Ok(())
}

async fn measure(
    server: &process::Server,
    streams: u32,
    seconds: u32,
    coding: Coding,
) -> io::Result<String> {
    let seen = client::open(server.address, "/board", streams as usize, coding);
    // All streams are open, and the first events are through.
    while seen.open.load(Relaxed) < u64::from(streams) {
        sleep(Duration::from_millis(50)).await;
    }
    sleep(Duration::from_secs(3)).await;
    seen.is_counting.store(true, Relaxed);
    let (started, cpu) = (Instant::now(), server.cpu()?);
    let (events, bytes) = (seen.events.load(Relaxed), seen.bytes.load(Relaxed));
    sleep(Duration::from_secs(seconds.into())).await;
    let (took, cpu) = (started.elapsed(), server.cpu()?.saturating_sub(cpu));
    let events = (seen.events.load(Relaxed) - events) * SAMPLE as u64;
    let bytes = seen.bytes.load(Relaxed) - bytes;
    let delays = sorted(&seen);
    Ok(format!(
        "{:.0} | {:.1} µs | {} | {:.0} ms | {:.0} ms | {:.0} MB",
        events as f64 / took.as_secs_f64(),
        cpu.as_secs_f64() * 1e6 / events.max(1) as f64,
        bytes / events.max(1),
        milliseconds(&delays, 50),
        milliseconds(&delays, 99),
        server.memory()? as f64 / 1024.0 / 1024.0,
    ))
}

fn sorted(seen: &Seen) -> Vec<u64> {
    let mut delays = seen
        .delays
        .lock()
        .map(|delays| delays.clone())
        .unwrap_or_default();
    delays.sort_unstable();
    delays
}

/// The delay that so many percent do not exceed.
fn milliseconds(delays: &[u64], percent: usize) -> f64 {
    let delay = delays.get(delays.len() * percent / 100);
    delay.map_or(f64::NAN, |micros| *micros as f64 / 1000.0)
}
