use starmark::html;

fn main() {
    let count = 1;
    let _ = html! { @if count { "x" } };
}
