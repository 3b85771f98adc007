use starmark::html;

fn main() {
    let _ = html! { br { "text" } };
}
