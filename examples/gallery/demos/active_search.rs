//! A list that narrows while one types.

use axum::Router;
use axum::response::IntoResponse;
use starmark::prelude::*;

use crate::layout::Gallery;
use crate::people::PEOPLE;

// region: page
#[derive(Default, Signals)]
struct Filter {
    search: String,
}

#[route(get "/active-search")]
pub(crate) async fn page(gallery: Gallery) -> impl IntoResponse {
    let s = Filter::signals();
    gallery.page(html! {
        .rows data-signals=(Filter::default()) {
            input type="search" aria-label="Search" placeholder="Search the contacts"
                data-bind=(s.search) data-on:input__debounce.200ms=(search::action());
            (contacts(""))
        }
    })
}
// endregion

// region: search
#[route(get "/active-search/search")]
async fn search(Signals(filter): Signals<Filter>) -> Markup {
    contacts(&filter.search)
}

fn contacts(search: &str) -> Markup {
    let search = search.trim().to_lowercase();
    let is_found = |name: &&str| name.to_lowercase().contains(&search);
    let found: Vec<_> = PEOPLE.into_iter().filter(is_found).take(10).collect();
    html! {
        #contacts {
            table {
                thead { tr { th { "Name" } th { "Email" } } }
                tbody {
                    @for name in &found { tr { td { (name) } td { (crate::people::email(name)) } } }
                }
            }
            @if found.is_empty() { p.quiet { "Nobody is called that." } }
        }
    }
}
// endregion

pub(super) fn routes() -> Router {
    routes![page, search]
}
