use starmark::html;

fn main() {
    let _ = html! { button data-on:onclick="$n++" {} };
}
