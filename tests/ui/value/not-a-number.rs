use starmark::html;

fn main() {
    let _ = html! { td colspan="two" {} };
}
