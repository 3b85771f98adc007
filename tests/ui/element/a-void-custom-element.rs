use starmark::html;

fn main() {
    let _ = html! { my-element; };
}
