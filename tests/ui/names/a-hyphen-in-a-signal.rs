use starmark::html::*;
use starmark::signal;

fn main() {
    let _ = p().data_text(signal!("my-signal"));
}
