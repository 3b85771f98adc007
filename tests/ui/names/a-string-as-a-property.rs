use starmark::html::*;

fn main() {
    let _ = p().data_style("color", "$color");
}
