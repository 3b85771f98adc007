use starmark::html;

fn main() {
    let name = String::new();
    let _ = html! { p { (name.) } };
}
