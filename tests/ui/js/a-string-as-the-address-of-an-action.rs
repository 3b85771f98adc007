use starmark::prelude::*;

fn main() {
    let url = String::from("/x");
    let _ = js!(post(#url));
}
