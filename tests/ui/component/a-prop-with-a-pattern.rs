use starmark::prelude::*;

#[component]
fn Point((x, y): (u32, u32)) -> Markup {
    starmark::html! { (x) (y) }
}

fn main() {}
