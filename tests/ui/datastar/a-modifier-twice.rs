use starmark::html;

fn main() {
    let _ = html! { button data-on:click__once__once="go()" {} };
}
