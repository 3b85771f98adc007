use starmark::html::*;

fn main() {
    let _ = dvi();
}
