use starmark::post;

fn main() {
    let _ = post(format!("/x/{}", 7));
}
