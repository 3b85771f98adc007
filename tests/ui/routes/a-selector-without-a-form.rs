use starmark::post;

fn main() {
    let _ = post("/x").selector(starmark::sse::Selector::new("#f"));
}
