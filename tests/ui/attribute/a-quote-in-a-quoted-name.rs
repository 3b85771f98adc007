use starmark::html;

fn main() {
    let _ = html! { p "on\"x"="y" {} };
}
