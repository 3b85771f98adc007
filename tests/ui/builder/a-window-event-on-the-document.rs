use starmark::data::event;

fn main() {
    let _ = event::resize().document();
}
