use starmark::html;

fn main() {
    let _ = html! { div data-on:wheel__passive__prevent="$n++" {} };
}
