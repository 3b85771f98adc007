use starmark::html;

fn main() {
    let _ = html! { div data-style="{background-color: $color}" {} };
}
