fn main() {
    let _ = starmark::get(starmark::path!("/a/../b"));
}
