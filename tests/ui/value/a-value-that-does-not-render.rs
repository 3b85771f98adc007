use starmark::html;

struct Opaque;

fn main() {
    let _ = html! { p { (Opaque) } };
}
