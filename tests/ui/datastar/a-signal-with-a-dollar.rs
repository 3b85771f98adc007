use starmark::html;

fn main() {
    let _ = html! { input data-bind="$name"; };
}
