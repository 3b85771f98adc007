//! The gallery: the examples of Datastar's own gallery in Starmark, each beside the source that made it.
//!
//! `cargo run --example gallery`, with `PORT` (3000) in the environment. The originals are at
//! <https://data-star.dev/examples>.
//!
//! * `demos`: the table of all demos, and a file for each
//! * `demo`: what the table says of one
//! * `layout`: the page around a demo
//! * `source`, `highlight`: the code beside it, cut out of the files that are compiled
//! * `live`: the small examples of this repository, which run beside it
//! * `people`: the names that several demos show
//!
//! How a demo is added is in `demos.rs`.

mod demo;
mod demos;
mod highlight;
mod layout;
mod live;
mod people;
#[path = "../shell/mod.rs"]
mod shell;
mod source;

use std::error::Error;

use axum::Router;

use crate::demos::DEMOS;

#[tokio::main]
async fn main() -> Result<(), Box<dyn Error>> {
    let routes = DEMOS.iter().map(|demo| (demo.routes)());
    let states = shell::states()?.state::<layout::Look>();
    let states = DEMOS
        .iter()
        .fold(states, |states, demo| (demo.states)(states));
    let gallery = shell::site(routes.fold(layout::routes(), Router::merge), states);
    shell::listen(live::beside(gallery)?).await
}
