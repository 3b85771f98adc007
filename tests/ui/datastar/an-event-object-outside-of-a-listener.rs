use starmark::html;

fn main() {
    let _ = html! { p data-text="evt.detail" {} };
}
