use starmark::html;

fn main() {
    let code = String::from("alert(1)");
    let _ = html! { script { (code) } };
}
