use starmark::html;

fn main() {
    let code = String::from("go()");
    let _ = html! { p data-on:click=(code) {} };
}
