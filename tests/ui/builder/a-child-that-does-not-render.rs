use starmark::html::*;

struct Opaque;

fn main() {
    let _ = p().child(Opaque);
}
