use starmark::html;

fn main() {
    let _ = html! { p data-class:isLate="$late" {} };
}
