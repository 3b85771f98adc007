//! An animation, each frame of it markup: 25 patches a second.
//!
//! The original plays a film; this is a torus in the manner of Andy Sloane's `donut.c`.

use std::f32::consts::TAU;
use std::sync::LazyLock;
use std::time::Duration;

use axum::Router;
use axum::extract::State;
use axum::response::IntoResponse;
use starmark::compression::{Compression, Metrics};
use starmark::prelude::*;
use starmark::sse::{PatchElements, Sse};

use crate::layout::Gallery;

// region: page
#[route(get "/bad-apple")]
pub(crate) async fn page(gallery: Gallery, State(totals): State<Metrics>) -> impl IntoResponse {
    gallery.page(html! { div data-init=(frames::action()) { (frame(0, &totals)) } })
}

#[route(get "/bad-apple/frames", stream)]
async fn frames(State(totals): State<Metrics>) -> impl IntoResponse {
    let mut numbers = (0..FRAMES.len()).cycle();
    Sse::every(Duration::from_millis(40), move || {
        PatchElements::new(numbers.next().map(|number| frame(number, &totals)))
    })
}

/// All of it is sent each time; what compression leaves of it are the characters that changed.
fn frame(number: usize, totals: &Metrics) -> Markup {
    let (full, sent) = (totals.bytes_in() / 1024, totals.bytes_out() / 1024);
    html! {
        .rows #apple {
            pre.film role="img" aria-label="A torus that turns" { (FRAMES[number]) }
            progress max=(FRAMES.len()) value=(number) aria-label="Frame" {}
            p.quiet {
                "Frame " (number + 1) " of " (FRAMES.len()) ". All viewers so far: "
                (full) " KB of events, " (sent) " KB on the wire."
            }
        }
    }
}

pub(super) fn routes() -> Router {
    let compression = Compression::new();
    let totals = compression.totals();
    routes![page, frames].with_state(totals).layer(compression)
}
// endregion

// region: torus
const WIDTH: usize = 52;
const HEIGHT: usize = 24;

static FRAMES: LazyLock<Vec<String>> = LazyLock::new(|| (0..100_u8).map(torus).collect());

/// The torus at a hundredth of its way, shaded by how much it faces the light.
fn torus(hundredth: u8) -> String {
    let turn = TAU * f32::from(hundredth) / 100.0;
    let ((tilt_sin, tilt_cos), (spin_sin, spin_cos)) = ((2.0 * turn).sin_cos(), turn.sin_cos());
    let mut film = vec![[(b' ', 0.0); WIDTH]; HEIGHT];
    let circle =
        |steps: u8| (0..steps).map(move |i| (TAU * f32::from(i) / f32::from(steps)).sin_cos());
    for (tube_sin, tube_cos) in circle(60) {
        for (ring_sin, ring_cos) in circle(200) {
            let from_axis = tube_cos + 2.0;
            let height = ring_sin * from_axis * tilt_cos - tube_sin * tilt_sin;
            let nearness = 1.0 / (ring_sin * from_axis * tilt_sin + tube_sin * tilt_cos + 5.0);
            let x = 26.0 + 30.0 * nearness * (ring_cos * from_axis * spin_cos - height * spin_sin);
            let y = 12.0 + 15.5 * nearness * (ring_cos * from_axis * spin_sin + height * spin_cos);
            let light = (tube_sin * tilt_sin - ring_sin * tube_cos * tilt_cos) * spin_cos
                - ring_sin * tube_cos * tilt_sin
                - tube_sin * tilt_cos
                - ring_cos * tube_cos * spin_sin;
            let Some(cell) = cell(&mut film, x, y) else {
                continue;
            };
            if nearness > cell.1 {
                *cell = (b".,-~:;=!*#$@"[shade(light)], nearness);
            }
        }
    }
    let line = |row: &[(u8, f32); WIDTH]| row.iter().map(|(shade, _)| char::from(*shade)).collect();
    film.iter().map(line).collect::<Vec<String>>().join("\n")
}

#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "it is rounded to a cell"
)]
fn cell(film: &mut [[(u8, f32); WIDTH]], x: f32, y: f32) -> Option<&mut (u8, f32)> {
    film.get_mut(y as usize)?.get_mut(x as usize)
}

#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "there are twelve shades"
)]
fn shade(light: f32) -> usize {
    (8.0 * light).clamp(0.0, 11.0) as usize
}
// endregion

#[cfg(test)]
mod tests {
    use super::{FRAMES, HEIGHT, WIDTH};

    #[test]
    fn every_frame_is_a_picture() {
        for (i, frame) in FRAMES.iter().enumerate() {
            assert_eq!(frame.lines().count(), HEIGHT);
            assert!(frame.lines().all(|line| line.len() == WIDTH));
            // All of the torus is in it.
            assert!(
                frame
                    .lines()
                    .all(|line| line.starts_with(' ') && line.ends_with(' ')),
                "{frame}"
            );
            let is_drawn = |char: char| !char.is_whitespace();
            assert!(
                frame.chars().filter(|char| is_drawn(*char)).count() > 100,
                "frame {i}:\n{frame}"
            );
            assert_ne!(*frame, FRAMES[(i + 1) % FRAMES.len()]);
        }
    }
}
