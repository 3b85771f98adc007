use starmark::prelude::*;
use starmark::sse::Patch;

const STATS: Id = id!("stats");

fn main() {
    let _ = html! { p id=(STATS) { "1 result" } };
    let _ = Patch::new().inner(STAST, "2 results");
}
