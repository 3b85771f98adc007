use starmark::html::*;

fn main() {
    let _ = p().code(starmark::PreEscaped("x"));
}
