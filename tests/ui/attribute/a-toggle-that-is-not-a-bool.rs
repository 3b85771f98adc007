use starmark::html;

fn main() {
    let count = 1;
    let _ = html! { input checked[count]; };
}
