use starmark::html;

fn main() {
    let _ = html! { div data-class:w-1/2="$half" {} };
}
