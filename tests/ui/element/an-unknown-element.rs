use starmark::html;

fn main() {
    let _ = html! { dvi { "text" } };
}
