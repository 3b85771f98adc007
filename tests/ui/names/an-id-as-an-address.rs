use starmark::prelude::*;

const BOARD: Id = id!("board");

fn main() {
    let _ = html! { a href=(BOARD) { "to the board" } };
}
