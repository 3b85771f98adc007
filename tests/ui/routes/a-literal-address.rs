fn main() {
    let _ = starmark::get(starmark::path!("https://evil.example/"));
}
