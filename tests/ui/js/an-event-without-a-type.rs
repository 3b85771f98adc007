use starmark::prelude::*;

fn main() {
    let _ = js!(evt.key);
}
