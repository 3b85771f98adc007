use starmark::html;

fn main() {
    let _ = html! { circle r="1" {} };
}
