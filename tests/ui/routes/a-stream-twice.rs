use starmark::post;

fn main() {
    let _ = post("/x").stream().stream();
}
