use starmark::html::*;

fn main() {
    let _ = button().onclick("go()");
}
