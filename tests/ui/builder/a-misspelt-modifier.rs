use starmark::data::{event, ms};

fn main() {
    let _ = event::input().debounec(ms(200));
}
