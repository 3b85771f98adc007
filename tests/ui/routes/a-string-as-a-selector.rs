use starmark::post;

fn main() {
    let _ = post("/x").form().selector("#f");
}
