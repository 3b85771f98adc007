use starmark::html::*;

fn main() {
    let _ = input().data_bind("name");
}
