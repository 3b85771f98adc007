use starmark::html;

fn main() {
    let _ = html! { @if true "x" };
}
