use starmark::Signals;

#[derive(Signals)]
#[signals(local)]
struct Page {
    #[signals(namespace)]
    query: String,
    #[signals(flatten)]
    other: String,
}

fn main() {}
