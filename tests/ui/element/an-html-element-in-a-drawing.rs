use starmark::html;

fn main() {
    let _ = html! { svg { span { "text" } } };
}
