use starmark::html;

fn main() {
    let _ = html! { button data-attr:aria-pressed="true" {} };
}
