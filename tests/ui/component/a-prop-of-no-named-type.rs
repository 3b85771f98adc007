use starmark::prelude::*;

#[component]
fn Label(text: impl Render) -> Markup {
    starmark::html! { (text) }
}

fn main() {}
