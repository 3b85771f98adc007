use starmark::Signals;

#[derive(Signals)]
struct Inner {
    query: String,
}

#[derive(Signals)]
struct Page {
    query: String,
    #[serde(rename = "query")]
    text: String,
}

#[derive(Signals)]
struct Flat {
    query: String,
    #[serde(flatten)]
    inner: Inner,
}

#[derive(Signals)]
enum Sort {
    Name,
    #[serde(rename = "Name")]
    Title,
}

fn main() {}
