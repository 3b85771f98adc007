use starmark::data::event;

fn main() {
    let _ = event::wheel().passive().prevent();
}
