use starmark::post;

fn main() {
    let _ = post("/x").retry_max_count(1).open_when_hidden(true).retry_max_count(2);
}
