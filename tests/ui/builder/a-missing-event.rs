use starmark::html::*;

fn main() {
    let _ = button().data_on("$open = true");
}
