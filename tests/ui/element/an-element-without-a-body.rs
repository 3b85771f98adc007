use starmark::html;

fn main() {
    let _ = html! { p title="x" };
}
