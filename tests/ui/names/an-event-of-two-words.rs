use starmark::{event, html::*};

fn main() {
    let _ = div().data_on(event!("two words"), "$n++");
}
