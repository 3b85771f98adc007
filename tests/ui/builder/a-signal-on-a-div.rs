use starmark::html::*;
use starmark::signal;

fn main() {
    let _ = div().data_bind(signal!("name"));
}
