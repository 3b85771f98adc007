//! Drawings that the server changes, and CSS moves.

use axum::Router;
use axum::response::IntoResponse;
use serde::{Deserialize, Serialize};
use starmark::prelude::*;
use starmark::sse::{Namespace, PatchElements};
use starmark::svg;

use crate::layout::Gallery;

// region: page
#[route(get "/svg-morphing")]
pub(crate) async fn page(gallery: Gallery) -> impl IntoResponse {
    gallery.page(html! {
        svg.morphing viewBox="0 0 100 50" role="img" aria-label="A shape beside a sun" {
            (shape(Shape::Square))
            (sun(8))
        }
        .row aria-label="Shape" role="group" {
            @for (name, to) in SHAPES {
                button data-on:click=(morph::action(to)) { (name) }
            }
        }
        .row aria-label="Sun" role="group" {
            @for (rays, name) in [(4, "Dusk"), (8, "Morning"), (16, "Noon")] {
                button data-on:click=(shine::action(rays)) { (name) }
            }
        }
    })
}
// endregion

// region: shape
#[derive(Clone, Copy, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
enum Shape {
    Square,
    Diamond,
    Star,
}

const SHAPES: [(&str, Shape); 3] = [
    ("Square", Shape::Square),
    ("Diamond", Shape::Diamond),
    ("Star", Shape::Star),
];

/// A part of a drawing says that it is one: only then does the browser read it so.
#[route(get "/svg-morphing/shape/{to}")]
async fn morph(to: Shape) -> PatchElements {
    PatchElements::new(shape(to)).namespace(Namespace::Svg)
}

/// Eight points each, so that CSS has something between any two of them.
fn shape(shape: Shape) -> Markup {
    let (path, colour) = match shape {
        Shape::Square => (
            "M10 10 L25 10 L40 10 L40 25 L40 40 L25 40 L10 40 L10 25 Z",
            "#3350d4",
        ),
        Shape::Diamond => (
            "M14 16 L25 5 L36 16 L45 25 L36 34 L25 45 L14 34 L5 25 Z",
            "#2f9e63",
        ),
        Shape::Star => (
            "M20 20 L25 4 L30 20 L46 25 L30 30 L25 46 L20 30 L4 25 Z",
            "#d4336b",
        ),
    };
    html! { svg::path #shape d=(path) fill=(colour) {} }
}
// endregion

// region: sun
#[route(get "/svg-morphing/sun/{rays}")]
async fn shine(rays: u32) -> PatchElements {
    PatchElements::new(sun(rays.min(32))).namespace(Namespace::Svg)
}

fn sun(rays: u32) -> Markup {
    html! {
        svg::g #sun transform="translate(75 25)" {
            circle r=(4 + rays / 2) fill="#e0a020" {}
            @for ray in 0..rays {
                line y1="-16" y2="-21" stroke="#e0a020" stroke-width="2" stroke-linecap="round"
                    transform={ "rotate(" (ray * 360 / rays) ")" } {}
            }
        }
    }
}
// endregion

pub(super) fn routes() -> Router {
    routes![page, morph, shine]
}
