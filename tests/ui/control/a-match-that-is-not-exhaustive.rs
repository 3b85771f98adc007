use starmark::html;

fn main() {
    let count = 3;
    let _ = html! { @match count { 0 => "none", 1 => "one" } };
}
