use starmark::html;

fn main() {
    let count = 3;
    let _ = html! { @for i in count { (i) } };
}
