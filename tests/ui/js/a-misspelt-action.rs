use starmark::prelude::*;

fn main() {
    let _ = js!(pots("/x"));
}
