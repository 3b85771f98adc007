use starmark::html;

mod ui {
    starmark::elements! {
        star_rating "star-rating": Parent {
            value: Number;
        }
    }
}

use ui::star_rating;

fn main() {
    let _ = html! { star_rating valeu="3" {} };
}
