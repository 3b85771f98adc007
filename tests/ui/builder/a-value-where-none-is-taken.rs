use starmark::html::*;

fn main() {
    let _ = div().data_ignore_morph("true");
}
