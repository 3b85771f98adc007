use starmark::html::*;

fn main() {
    let _ = p().child(true);
}
