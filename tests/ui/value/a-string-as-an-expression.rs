use starmark::html;

fn main() {
    let code = String::from("$open");
    let _ = html! { p data-show=(code) {} };
}
