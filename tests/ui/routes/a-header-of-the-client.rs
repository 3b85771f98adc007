use starmark::data::HeaderName;

const ACCEPT: HeaderName = HeaderName::new("accept");

fn main() {
    let _ = starmark::post("/x").header(ACCEPT, "a");
}
