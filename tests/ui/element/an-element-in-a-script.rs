use starmark::html;

fn main() {
    let _ = html! { script { b { "text" } } };
}
