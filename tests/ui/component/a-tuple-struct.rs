use starmark::prelude::*;

#[component]
struct Label(String);

fn main() {}
