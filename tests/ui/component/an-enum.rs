use starmark::prelude::*;

#[component]
enum Label {
    Short,
    Long,
}

fn main() {}
