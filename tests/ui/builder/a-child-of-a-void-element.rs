use starmark::html::*;

fn main() {
    let _ = br().child("text");
}
