use starmark::prelude::*;

fn main() {
    let code = String::from("$count");
    let _ = js::raw(&code);
}
