use starmark::html;

fn main() {
    let _ = html! { @else { "x" } };
}
