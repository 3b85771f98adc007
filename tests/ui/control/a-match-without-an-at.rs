use starmark::html;

fn main() {
    let _ = html! { match 1 { _ => "x" } };
}
