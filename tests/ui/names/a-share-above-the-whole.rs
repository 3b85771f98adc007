use starmark::data::{self, Percent};

fn main() {
    const MOST: Percent = Percent::new(101);
    let _ = data::on_intersect("$seen = true").threshold(MOST);
}
