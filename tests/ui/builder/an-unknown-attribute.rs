use starmark::html::*;

fn main() {
    let _ = a().hrfe("/x");
}
