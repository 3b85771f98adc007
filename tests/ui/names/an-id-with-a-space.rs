use starmark::prelude::*;

const BOARD: Id = id!("the board");

fn main() {
    let _ = html! { main id=(BOARD) {} };
}
