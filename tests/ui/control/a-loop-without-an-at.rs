use starmark::html;

fn main() {
    let _ = html! { for i in 0..2 { (i) } };
}
