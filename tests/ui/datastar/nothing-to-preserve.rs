use starmark::html;

fn main() {
    let _ = html! { details data-preserve-attr="" {} };
}
