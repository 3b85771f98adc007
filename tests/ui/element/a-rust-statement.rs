use starmark::html;

fn main() {
    let _ = html! { p { let x = 1; (x) } };
}
