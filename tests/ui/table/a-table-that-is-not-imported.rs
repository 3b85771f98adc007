use starmark::html;

mod htmx {
    starmark::attributes! {
        hx_get "hx-get": Url;
    }
}

fn main() {
    let _ = html! { button hx-get="/x" {} };
}
