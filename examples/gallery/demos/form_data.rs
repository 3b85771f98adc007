//! A form as forms are sent, without signals, also by a button that stands outside of it.

use axum::response::IntoResponse;
use axum::{Router, extract};
use serde::Deserialize;
use starmark::prelude::*;
use starmark::sse::Selector;

use crate::layout::Gallery;

// region: page
const FORM: Selector = Selector::new("#order");

/// The browser checks the fields before it sends them.
#[route(get "/form-data")]
pub(crate) async fn page(gallery: Gallery) -> impl IntoResponse {
    gallery.page(html! {
        .rows {
            form #order data-on:submit=(order::action().form()) {
                label { "Name" input name="name" required maxlength="40"; }
                label {
                    "Size"
                    select name="size" {
                        option { "small" } option selected { "medium" } option { "large" }
                    }
                }
                label.check { input type="checkbox" name="extra" value="cheese"; "Cheese" }
                label.check { input type="checkbox" name="sauce" value="hot"; "Hot sauce" }
                .row {
                    button.main { "Send by POST" }
                    button #get type="button" data-on:click=(ask::action().form()) { "Send by GET" }
                }
            }
            button #outside data-on:click=(order::action().form().selector(FORM)) {
                "A button outside of the form"
            }
            output #answer {}
        }
    })
}
// endregion

// region: handlers
/// The fields, as axum reads any form: a box that is not ticked is not sent.
#[derive(Deserialize)]
struct Order {
    name: String,
    size: String,
    extra: Option<String>,
    sauce: Option<String>,
}

#[route(post "/form-data")]
async fn order(extract::Form(order): extract::Form<Order>) -> Markup {
    answer("POST", &order)
}

#[route(get "/form-data/ask")]
async fn ask(extract::Query(order): extract::Query<Order>) -> Markup {
    answer("GET", &order)
}

fn answer(method: &str, order: &Order) -> Markup {
    let extras: Vec<_> = [&order.extra, &order.sauce].into_iter().flatten().collect();
    html! {
        output #answer {
            "By " (method) ": " strong { (order.name) } " wants a " (order.size) " one"
            @for (i, extra) in extras.iter().enumerate() {
                @if i == 0 { " with " } @else { " and " } (extra)
            }
            "."
        }
    }
}
// endregion

pub(super) fn routes() -> Router {
    routes![page, order, ask]
}
