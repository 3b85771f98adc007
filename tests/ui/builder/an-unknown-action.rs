use starmark::data::event;
use starmark::html::*;

fn main() {
    let _ = button().data_on(event::click(), starmark::psot("/x"));
}
