use starmark::html;

fn main() {
    let _ = html! { p data-text="if ($n) { 1 }" {} };
}
