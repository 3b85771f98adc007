use starmark::data;

fn main() {
    let _ = data::show("$open").prevent();
}
