use starmark::html;

fn main() {
    let _ = html! { a href={ "text" } };
}
