//! A monitor of databases that do not exist: a table of which any part can change, many times a second.

use std::time::Duration;

use axum::Router;
use axum::response::IntoResponse;
use starmark::prelude::*;
use starmark::sse::{PatchElements, Sse};

use crate::layout::Gallery;

// region: page
#[derive(Signals)]
struct Settings {
    /// How many of a hundred cells are new in each frame.
    mutation: u8,
    /// Frames a second.
    fps: u8,
}

#[route(get "/dbmon")]
pub(crate) async fn page(gallery: Gallery) -> impl IntoResponse {
    let s = Settings::signals();
    let settings = Settings {
        mutation: 20,
        fps: 20,
    };
    // The same request again takes the place of the one before.
    gallery.page(html! {
        .rows data-signals=(settings) data-init=(frames::action()) {
            .row data-on:change=(frames::action()) {
                label.grows {
                    span { "Mutation " b data-text=(s.mutation) {} " %" }
                    input #mutation type="range" max="100" data-bind=(s.mutation);
                }
                label.grows {
                    span { b data-text=(s.fps) {} " frames a second" }
                    input #fps type="range" min="1" max="60" data-bind=(s.fps);
                }
            }
            (table(&[Database::default(); 20]))
        }
    })
}
// endregion

// region: frames
#[route(get "/dbmon/frames", stream)]
async fn frames(Signals(settings): Signals<Settings>) -> impl IntoResponse {
    let period = Duration::from_secs(1) / u32::from(settings.fps.clamp(1, 60));
    let (mut databases, mut dice) = ([Database::default(); 20], Dice(1));
    Sse::every(period, move || {
        for millis in databases.iter_mut().flat_map(|it| &mut it.0) {
            if dice.throw(100) < u64::from(settings.mutation) {
                *millis = dice.throw(20) * dice.throw(100);
            }
        }
        PatchElements::new(table(&databases))
    })
}

/// How long its queries take, in hundredths of a millisecond; 0 if there is none.
#[derive(Clone, Copy, Default)]
struct Database([u64; 5]);

fn table(databases: &[Database]) -> Markup {
    html! {
        table #databases {
            @for (i, database) in databases.iter().enumerate() {
                @let busy = database.0.iter().filter(|millis| **millis > 0).count();
                tr {
                    th { "db" (i + 1) }
                    td { span.badge.slow[busy > 4] { (busy) } }
                    @for hundredths in database.0 {
                        td.number.slow[hundredths >= 1000] {
                            @if hundredths > 0 { (Millis(hundredths)) }
                        }
                    }
                }
            }
        }
    }
}

struct Millis(u64);

impl Render for Millis {
    fn render_to(&self, out: &mut Buffer) {
        let Self(hundredths) = self;
        write_html!(out, (hundredths / 100) "." (hundredths / 10 % 10) (hundredths % 10));
    }
}
// endregion

// region: dice
/// Numbers that look random: Marsaglia's xorshift.
struct Dice(u64);

impl Dice {
    fn throw(&mut self, sides: u64) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0 % sides
    }
}
// endregion

pub(super) fn routes() -> Router {
    routes![page, frames]
}
