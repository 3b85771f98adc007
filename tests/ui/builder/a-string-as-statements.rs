use starmark::data::event;
use starmark::html::*;

fn main() {
    let code = String::from("go()");
    let _ = button().data_on(event::click(), code);
}
