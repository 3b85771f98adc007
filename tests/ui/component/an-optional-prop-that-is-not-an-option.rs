use starmark::prelude::*;

#[component]
fn Label(#[prop(optional)] text: &str) -> Markup {
    starmark::html! { (text) }
}

fn main() {}
