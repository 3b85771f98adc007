use starmark::sse::Events;

fn main() {
    let _ = Events::new().and("data: elements <p></p>\n\n");
}
