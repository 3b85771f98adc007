use starmark::html;

fn main() {
    let text = "1";
    let _ = html! { p { (text.parse::<u32>()) } };
}
