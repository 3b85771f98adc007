use starmark::html::*;

fn main() {
    let name = String::from("click");
    let _ = p().data_on(name, "go()");
}
