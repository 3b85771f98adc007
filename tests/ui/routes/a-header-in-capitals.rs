use starmark::data::HeaderName;

const TOKEN: HeaderName = HeaderName::new("X-Token");

fn main() {
    let _ = starmark::post("/x").header(TOKEN, "a");
}
