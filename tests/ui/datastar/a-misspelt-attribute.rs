use starmark::html;

fn main() {
    let _ = html! { p data-shwo="$open" {} };
}
