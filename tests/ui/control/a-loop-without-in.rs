use starmark::html;

fn main() {
    let _ = html! { @for i of [1, 2] { (i) } };
}
