use starmark::html;

fn main() {
    let _ = html! { input data-on:keydown.enter="$n++"; };
}
