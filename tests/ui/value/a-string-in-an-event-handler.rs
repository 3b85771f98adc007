use starmark::html;

fn main() {
    let code = "go()";
    let _ = html! { button onclick=(code) {} };
}
