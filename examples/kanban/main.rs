//! A live ticket board over a folder of Markdown files.
//!
//! `cargo run --example kanban [-- --dir <folder>]`, with `PORT` (3000) in the environment. Edit, add or delete
//! a ticket, and every open page shows it.
//!
//! * `ticket`, `front_matter`, `document`: what a file says, and where it is wrong
//! * `board`, `store`, `watch`: the folder as a value, moves, changes
//! * `view`: the page and its parts, as components
//! * `server`: the addresses and what they answer
//! * `client`, `stop`: what all examples share

mod board;
#[path = "../shell/client.rs"]
mod client;
mod document;
mod front_matter;
mod server;
#[path = "../shell/stop.rs"]
mod stop;
mod store;
mod ticket;
mod view;
mod watch;

use std::error::Error;
use std::path::PathBuf;
use std::sync::Arc;
use std::{env, io};

use starmark::live::Relay;

use crate::client::Client;
use crate::server::App;
use crate::store::Store;

#[tokio::main]
async fn main() -> Result<(), Box<dyn Error>> {
    let store = Arc::new(open(&folder()?)?);
    let relay = Relay::new();
    let (_watch, boards) = watch::watch(Arc::clone(&store), relay.clone())?;
    let listener = tokio::net::TcpListener::bind(("127.0.0.1", port()?)).await?;
    println!("Tickets in {}", store.dir().display());
    println!("The board is at http://{}", listener.local_addr()?);
    server::serve(listener, App::new(store, boards, relay, Client::find()?)).await;
    Ok(())
}

/// The folder of `--dir`, or the tickets that come with the example.
fn folder() -> Result<PathBuf, String> {
    let mut arguments = env::args_os().skip(1);
    match (arguments.next(), arguments.next(), arguments.next()) {
        (None, ..) => Ok(PathBuf::from(concat!(
            env!("CARGO_MANIFEST_DIR"),
            "/examples/kanban/tickets"
        ))),
        (Some(flag), Some(folder), None) if flag == "--dir" => Ok(folder.into()),
        _ => Err("usage: kanban [--dir <folder>]".to_owned()),
    }
}

fn open(folder: &std::path::Path) -> io::Result<Store> {
    Store::open(folder)
        .map_err(|error| io::Error::new(error.kind(), format!("{}: {error}", folder.display())))
}

fn port() -> Result<u16, String> {
    match env::var("PORT") {
        Ok(port) => port
            .parse()
            .map_err(|_| format!("PORT is `{port}`, not a port number")),
        Err(_) => Ok(3000),
    }
}
