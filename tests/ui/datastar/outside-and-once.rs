use starmark::html;

fn main() {
    let _ = html! { div data-on:click__outside__once="$open = false" {} };
}
