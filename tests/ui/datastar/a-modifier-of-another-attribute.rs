use starmark::html;

fn main() {
    let _ = html! { p data-show__prevent="$open" {} };
}
