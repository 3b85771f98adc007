use starmark::html;

fn main() {
    let _ = html! { p data-init__twice="@get('/x')" {} };
}
