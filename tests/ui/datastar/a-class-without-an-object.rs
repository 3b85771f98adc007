use starmark::html;

fn main() {
    let _ = html! { div data-class="active" {} };
}
