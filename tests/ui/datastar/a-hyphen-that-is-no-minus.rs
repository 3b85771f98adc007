use starmark::html;

fn main() {
    let _ = html! { p data-text="$n-1" {} };
}
