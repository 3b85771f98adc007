use starmark::html;

fn main() {
    let _ = html! { div data-on:resize="$n++" {} };
}
