use starmark::prelude::*;

#[component]
fn Label(#[prop(defualt)] text: &str) -> Markup {
    starmark::html! { (text) }
}

fn main() {}
