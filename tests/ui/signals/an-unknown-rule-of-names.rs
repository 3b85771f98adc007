use starmark::Signals;

#[derive(Signals)]
#[serde(rename_all = "camel")]
struct Page {
    is_open: bool,
}

fn main() {}
