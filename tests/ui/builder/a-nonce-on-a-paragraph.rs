use starmark::html::*;

fn main() {
    let _ = p().data_nonce("abc");
}
