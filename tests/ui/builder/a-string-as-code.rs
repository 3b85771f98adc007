use starmark::html::*;

fn main() {
    let _ = script().code("alert(1)");
}
