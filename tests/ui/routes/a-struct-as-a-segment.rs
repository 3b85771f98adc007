use starmark::post;

fn main() {
    struct Id;
    let _ = post("/x").segment(Id);
}
