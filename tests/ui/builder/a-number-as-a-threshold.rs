use starmark::data;

fn main() {
    let _ = data::on_intersect("$seen = true").threshold(25);
}
