
fn main() {
    let _ = starmark::get("/feed").retry("always");
}
