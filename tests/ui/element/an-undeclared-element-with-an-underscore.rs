use starmark::html;

fn main() {
    let _ = html! { star_rating {} };
}
