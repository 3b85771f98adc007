use starmark::data::{Throttle, event, ms};

fn main() {
    let _ = event::scroll().throttle(Throttle::noleading(ms(200)));
}
