use starmark::html;

fn main() {
    let _ = html! { script { "let a = '</script>';" } };
}
