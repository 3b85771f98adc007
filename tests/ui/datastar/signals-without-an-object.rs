use starmark::html;

fn main() {
    let _ = html! { div data-signals="1" {} };
}
