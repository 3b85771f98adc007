//! One listener for many buttons: events bubble.

use axum::Router;
use axum::response::IntoResponse;
use starmark::prelude::*;

use crate::layout::Gallery;

// region: page
mod dataset {
    starmark::dataset! {
        /// What a key of the pad types.
        key data_key "data-key": Text;
    }
}
use dataset::*;

#[derive(Default, Signals)]
struct Pad {
    #[signals(local)]
    dialled: String,
    #[signals(local)]
    last: String,
}

/// The pad itself has a key, too, which is empty: a click between two buttons.
#[route(get "/event-bubbling")]
pub(crate) async fn page(gallery: Gallery) -> impl IntoResponse {
    let s = Pad::signals();
    gallery.page(html! {
        .rows data-signals=(Pad::default()) {
            output #dialled.large data-text=(s.dialled) {}
            .pad #pad data-key="" data-on:click=js!(
                if !evt.target.dataset.key.is_empty() {
                    s.last = evt.target.dataset.key;
                    s.dialled.push_str(&s.last)
                }
            ) {
                @for key in "123456789*0#".chars() { button data-key=(key) { (key) } }
            }
            .row {
                span.grows { "Last key: " b #last data-text=(s.last) {} }
                button #clear data-on:click=(s.dialled.set("")) { "Clear" }
            }
        }
    })
}
// endregion

pub(super) fn routes() -> Router {
    routes![page]
}
