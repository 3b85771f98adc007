use starmark::post;

fn main() {
    let _ = post("/x").form().filter_signals(starmark::data::Filter::including("a"));
}
