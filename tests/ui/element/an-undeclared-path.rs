use starmark::html;

fn main() {
    let _ = html! { ui::star_rating {} };
}
