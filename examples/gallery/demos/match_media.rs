//! Media queries as signals, which Datastar Pro keeps up to date.

use axum::Router;
use axum::response::IntoResponse;
use starmark::prelude::*;

use crate::layout::Gallery;

// region: page
#[derive(Default, Signals)]
struct Media {
    #[signals(local)]
    dark: bool,
    #[signals(local)]
    wide: bool,
    #[signals(local)]
    still: bool,
}

#[route(get "/match-media")]
pub(crate) async fn page(gallery: Gallery) -> impl IntoResponse {
    let s = Media::signals();
    gallery.page(html! {
        p.note {
            strong { "Needs Datastar Pro." } " The free client leaves " code { "data-match-media" } " alone, and the answers stay no. "
            "Those who have Pro name its file in " code { "DATASTAR_JS" } "."
        }
        dl data-signals=(Media::default()) {
            (query("Does the system prefer dark?", s.dark, data::match_media(s.dark, "prefers-color-scheme: dark")))
            (query("Is the window wide?", s.wide, data::match_media(s.wide, "min-width: 60rem")))
            (query("Should things keep still?", s.still, data::match_media(s.still, "prefers-reduced-motion: reduce")))
        }
    })
}

fn query(question: &str, answer: Signal<bool>, attribute: impl Into<Attributes>) -> Markup {
    html! {
        dt (..attribute.into()) { (question) }
        dd data-text=js!(if answer { "yes" } else { "no" }) { "no" }
    }
}
// endregion

pub(super) fn routes() -> Router {
    routes![page]
}
