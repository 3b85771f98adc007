use starmark::html;

fn main() {
    let state = "checked";
    let _ = html! { input checked=(state); };
}
