use starmark::data;

fn main() {
    let _ = data::scroll_into_view().vstart().vend();
}
