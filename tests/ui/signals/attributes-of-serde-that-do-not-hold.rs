use starmark::Signals;

#[derive(Signals)]
#[serde(deny_unknown_fields)]
struct Page {
    #[serde(with = "module")]
    date: String,
    #[serde(alias = "q")]
    query: String,
    #[serde(rename(serialize = "a", deserialize = "b"))]
    both: String,
    #[serde(nonsense)]
    other: String,
}

#[derive(Signals)]
#[serde(untagged)]
enum Sort {
    Name,
}

fn main() {}
