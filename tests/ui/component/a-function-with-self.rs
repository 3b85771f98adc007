use starmark::prelude::*;

struct Page;

impl Page {
    #[component]
    fn Title(&self) -> Markup {
        starmark::html! { "title" }
    }
}

fn main() {}
