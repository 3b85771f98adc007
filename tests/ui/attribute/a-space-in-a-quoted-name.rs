use starmark::html;

fn main() {
    let _ = html! { p "a b"="y" {} };
}
