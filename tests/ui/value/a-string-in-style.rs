use starmark::html;

fn main() {
    let color = "red";
    let _ = html! { p style=(color) {} };
}
