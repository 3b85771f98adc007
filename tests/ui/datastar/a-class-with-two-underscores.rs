use starmark::html;

fn main() {
    let _ = html! { div data-class:card__late="$late" {} };
}
