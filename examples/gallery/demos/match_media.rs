//! Media queries as signals, which Datastar Pro keeps up to date.

use axum::Router;
use axum::response::IntoResponse;
use starmark::js::Js;
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
            strong { "Needs Datastar Pro." } " The free client leaves " code { "data-match-media" }
            " alone, and the answers stay no. Those who have Pro name its file in "
            code { "DATASTAR_JS" } "."
        }
        dl data-signals=(Media::default()) {
            dt (..data::match_media(s.dark, "prefers-color-scheme: dark").into()) { "Dark?" }
            dd data-text=(yes(s.dark)) {}
            dt (..data::match_media(s.wide, "min-width: 60rem").into()) { "Wide?" }
            dd data-text=(yes(s.wide)) {}
            dt (..data::match_media(s.still, "prefers-reduced-motion: reduce").into()) { "Still?" }
            dd data-text=(yes(s.still)) {}
        }
    })
}

fn yes(answer: Signal<bool>) -> Js<&'static str> {
    js!(if answer { "yes" } else { "no" })
}
// endregion

pub(super) fn routes() -> Router {
    routes![page]
}
