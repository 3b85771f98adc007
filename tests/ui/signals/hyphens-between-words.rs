use starmark::Signals;

#[derive(Signals)]
#[serde(rename_all = "kebab-case")]
struct Page {
    is_open: bool,
}

fn main() {}
