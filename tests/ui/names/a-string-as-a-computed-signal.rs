use starmark::html::*;

fn main() {
    let _ = p().data_computed("total", "$a + $b");
}
