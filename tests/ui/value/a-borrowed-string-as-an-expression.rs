use starmark::{Markup, html};

fn page(code: &str) -> Markup {
    html! { p data-text=(code) {} }
}

fn main() {
    page("$x");
}
