use starmark::html;

fn main() {
    let _ = html! { p data-class:É="$a" {} };
}
