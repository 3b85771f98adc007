use starmark::html::p;

fn main() {
    let code = String::from("$count");
    let _ = p().data_text(code);
}
