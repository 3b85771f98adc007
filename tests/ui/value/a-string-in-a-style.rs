use starmark::html;

fn main() {
    let code = "p {}".to_owned();
    let _ = html! { style { (code) } };
}
