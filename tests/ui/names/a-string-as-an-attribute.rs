use starmark::html::*;

fn main() {
    let name = String::from("href");
    let _ = a().data_attr(name.as_str(), "$link");
}
