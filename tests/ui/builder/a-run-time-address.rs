
fn main() {
    let _ = starmark::post(format!("/cards/{}", 7));
}
