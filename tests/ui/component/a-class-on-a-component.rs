use starmark::html;
use starmark::prelude::*;

#[component]
fn Card(title: &str, #[prop(default)] wide: bool) -> Markup {
    starmark::html! { article.wide[wide] { (title) } }
}

fn main() {
    let _ = html! { Card.wide title="x"; };
}
