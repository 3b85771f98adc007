use starmark::{Buffer, html, write_html};

fn main() {
    let inner = html! { dvi { "text" } };
    write_html!(&mut Buffer::new(), dvi { (inner) });
}
