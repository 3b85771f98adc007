use starmark::html;

fn main() {
    let _ = html! { div data-bind:name {} };
}
