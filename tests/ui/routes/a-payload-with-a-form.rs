use starmark::post;

fn main() {
    let _ = post("/x").payload(&1).form();
}
