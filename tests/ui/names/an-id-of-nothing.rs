use starmark::{Id, IdPrefix};

const BOARD: Id = Id::new("");
const CARD: IdPrefix = IdPrefix::new("");

fn main() {
    let _ = (BOARD, CARD);
}
