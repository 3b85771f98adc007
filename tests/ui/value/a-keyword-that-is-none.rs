use starmark::html;

fn main() {
    let _ = html! { input type="phone-number"; };
}
