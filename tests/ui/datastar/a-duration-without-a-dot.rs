use starmark::html;

fn main() {
    let _ = html! { input data-on:input__debounce500ms="$n++"; };
}
