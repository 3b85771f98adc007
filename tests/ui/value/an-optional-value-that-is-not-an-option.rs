use starmark::html;

fn main() {
    let name = "x";
    let _ = html! { p title=[name] {} };
}
