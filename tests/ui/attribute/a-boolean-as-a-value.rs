use starmark::html;

fn main() {
    let _ = html! { input checked=true; };
}
