//! Tabs whose content comes when it is asked for.

use axum::Router;
use axum::http::StatusCode;
use axum::response::IntoResponse;
use starmark::prelude::*;

use crate::layout::Gallery;

// region: tabs
/// A tab is its title and its text.
const TABS: [(&str, &str); 4] = [
    (
        "Earth",
        "The third planet, and the only one where somebody reads this.",
    ),
    (
        "Mars",
        "Half as wide as the Earth, with two moons, a valley of 4000 km and no sea.",
    ),
    (
        "Jupiter",
        "More than twice the mass of all other planets, in a day of ten hours.",
    ),
    (
        "Neptune",
        "It was found by arithmetic: a year there takes 165 of ours.",
    ),
];

fn tabs(chosen: usize, text: &str) -> Markup {
    html! {
        #tabs .rows {
            .tabs role="tablist" aria-label="Planets" {
                @for (i, (title, _)) in TABS.iter().enumerate() {
                    button #{ "tab-" (i) } role="tab" aria-controls="panel"
                        aria-selected=(i == chosen) data-on:click=(tab::action(i)) { (title) }
                }
            }
            p #panel role="tabpanel" aria-labelledby={ "tab-" (chosen) } { (text) }
        }
    }
}
// endregion

// region: requests
#[route(get "/lazy-tabs")]
pub(crate) async fn page(gallery: Gallery) -> impl IntoResponse {
    gallery.page(tabs(0, TABS[0].1))
}

#[route(get "/lazy-tabs/{number}")]
async fn tab(number: usize) -> Result<Markup, StatusCode> {
    let (_, text) = TABS.get(number).ok_or(StatusCode::NOT_FOUND)?;
    Ok(tabs(number, text))
}
// endregion

pub(super) fn routes() -> Router {
    routes![page, tab]
}
