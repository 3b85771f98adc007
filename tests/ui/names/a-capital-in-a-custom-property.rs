use starmark::{html::*, property};

fn main() {
    let _ = p().data_style(property!("--mySize"), "$size");
}
