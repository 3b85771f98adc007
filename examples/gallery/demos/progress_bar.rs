//! How far the server is, as a ring that closes.

use std::time::Duration;

use axum::Router;
use axum::response::IntoResponse;
use starmark::prelude::*;
use starmark::sse::{PatchElements, Sse};
use tokio::time::sleep;

use crate::layout::Gallery;

// region: page
#[route(get "/progress-bar")]
pub(crate) async fn page(gallery: Gallery) -> impl IntoResponse {
    gallery.page(html! { div data-init=(work::action()) { (ring(0)) } })
}

fn ring(percent: u32) -> Markup {
    html! {
        #progress .rows {
            svg.ring viewBox="0 0 100 100" role="img" aria-label={ (percent) " percent" } {
                g fill="none" stroke-width="10" transform="rotate(-90 50 50)" {
                    circle cx="50" cy="50" r="42" stroke="var(--line)" {}
                    circle #arc cx="50" cy="50" r="42" stroke="var(--accent)" pathLength="100"
                        stroke-dasharray={ (percent) " 100" } {}
                }
                text #percent x="50" y="57" text-anchor="middle" font-size="20" fill="var(--text)" {
                    (percent) "%"
                }
            }
            @if percent == 100 {
                .row { button.main data-on:click=(work::action()) { "Done. Once more?" } }
            }
        }
    }
}
// endregion

// region: work
/// The work goes on as long as the page is there. It is no `stream`: its clean end is for good.
#[route(post "/progress-bar/work")]
async fn work() -> impl IntoResponse {
    Sse::run(async |page| {
        for percent in (0..=100).step_by(5) {
            if page.send(PatchElements::new(ring(percent))).await.is_err() {
                return;
            }
            sleep(Duration::from_millis(100)).await;
        }
    })
    .finish()
}
// endregion

pub(super) fn routes() -> Router {
    routes![page, work]
}
