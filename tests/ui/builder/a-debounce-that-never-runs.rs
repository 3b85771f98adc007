use starmark::data::{Debounce, event, ms};

fn main() {
    let _ = event::input().debounce(Debounce::notrailing(ms(200)));
}
