use starmark::html::*;

fn main() {
    let _ = div().href("/x");
}
