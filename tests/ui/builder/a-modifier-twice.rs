use starmark::data::event;

fn main() {
    let _ = event::click().once().once();
}
