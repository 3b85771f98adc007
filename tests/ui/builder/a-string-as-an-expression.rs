use starmark::html::*;

fn main() {
    let code = String::from("$open");
    let _ = p().data_show(code);
}
