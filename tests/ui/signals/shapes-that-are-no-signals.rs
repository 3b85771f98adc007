use starmark::Signals;

#[derive(Signals)]
struct Id(u64);

#[derive(Signals)]
struct Borrowed<'a> {
    query: &'a str,
}

#[derive(Signals)]
enum Shape {
    Circle { radius: f64 },
    Point,
}

fn main() {}
