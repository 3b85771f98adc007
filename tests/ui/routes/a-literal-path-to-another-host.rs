fn main() {
    let _ = starmark::get(starmark::path!("//evil.example"));
}
