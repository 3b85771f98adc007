use starmark::data;

fn main() {
    let _ = data::on_intersect("$seen = true").half().full();
}
