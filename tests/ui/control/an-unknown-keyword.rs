use starmark::html;

fn main() {
    let _ = html! { @unless true { "x" } };
}
