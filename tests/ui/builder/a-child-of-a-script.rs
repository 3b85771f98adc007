use starmark::html::*;

fn main() {
    let _ = script().child("alert(1)");
}
