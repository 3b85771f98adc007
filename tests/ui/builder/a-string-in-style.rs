use starmark::html::*;

fn main() {
    let _ = p().style("color: red");
}
