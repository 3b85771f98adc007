use starmark::html;

fn main() {
    let color = String::from("red");
    let _ = html! { p style={ "color: " (color) } {} };
}
