use starmark::prelude::*;

fn main() {
    let name = String::from("board");
    let _ = id!(name);
}
