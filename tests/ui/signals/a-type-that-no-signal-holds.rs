use starmark::Signals;

struct Date;

#[derive(Signals)]
struct Page {
    date: Date,
    dates: Vec<Date>,
    #[signals(value)]
    plain: Date,
}

fn main() {}
