use starmark::html;

fn main() {
    let _ = html! { p data-mine__once="x" {} };
}
