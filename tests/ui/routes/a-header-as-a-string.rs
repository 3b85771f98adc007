use starmark::post;

fn main() {
    let _ = post("/x").header("x-token", "a");
}
