use starmark::html;

fn main() {
    let list = [("title", "x")];
    let _ = html! { p (..list) {} };
}
