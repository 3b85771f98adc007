//! What takes its time comes after the page.

use std::time::Duration;

use axum::Router;
use axum::response::IntoResponse;
use starmark::prelude::*;
use tokio::time::sleep;

use crate::layout::Gallery;

// region: page
#[route(get "/lazy-load")]
pub(crate) async fn page(gallery: Gallery) -> impl IntoResponse {
    gallery.page(html! {
        #chart .loading aria-busy="true" data-init=(chart::action()) {
            "Counting the letters …"
        }
    })
}
// endregion

// region: chart
#[route(get "/lazy-load/chart")]
async fn chart() -> Markup {
    sleep(Duration::from_secs(1)).await;
    let letters = count(include_str!("lazy_load.rs"));
    let most = letters
        .iter()
        .map(|(_, count)| *count)
        .max()
        .unwrap_or(1)
        .max(1);
    html! {
        #chart {
            svg viewBox="0 0 260 106" role="img" aria-label="Letters of this file, counted" {
                @for (x, (letter, count)) in (0..).step_by(10).zip(letters) {
                    @let height = count * 90 / most;
                    rect x=(x + 1) y=(90 - height) width="8" height=(height) fill="var(--accent)" {
                        title { (count) }
                    }
                    text x=(x + 5) y="102" text-anchor="middle" font-size="8" fill="currentColor" {
                        (letter)
                    }
                }
            }
        }
    }
}

/// How often each letter is in a text.
fn count(text: &str) -> [(char, usize); 26] {
    let mut letters = [('a', 0); 26];
    for ((letter, count), here) in letters.iter_mut().zip('a'..='z') {
        (*letter, *count) = (
            here,
            text.matches(|it: char| it.eq_ignore_ascii_case(&here))
                .count(),
        );
    }
    letters
}
// endregion

pub(super) fn routes() -> Router {
    routes![page, chart]
}
