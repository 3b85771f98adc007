use starmark::html;

fn main() {
    let text = "<p>";
    let _ = html! { iframe srcdoc=(text) {} };
}
