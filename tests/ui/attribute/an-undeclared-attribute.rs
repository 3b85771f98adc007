use starmark::html;

fn main() {
    let _ = html! { button hx-get="/x" {} };
}
