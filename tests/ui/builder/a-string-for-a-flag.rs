use starmark::html::*;

fn main() {
    let _ = input().checked("yes");
}
