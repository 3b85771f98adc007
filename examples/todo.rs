//! A to-do list of this browser, the same in all of its tabs.
//!
//! `cargo run --example todo`, with `PORT` (3000) in the environment. Double-click an item to change it.

#[path = "shell/mod.rs"]
mod shell;
#[cfg(test)]
#[path = "todo/tests.rs"]
mod tests;

use std::collections::BTreeMap;
use std::error::Error;

use axum::Router;
use axum::response::IntoResponse;
use serde::{Deserialize, Serialize};
use starmark::live::Live;
use starmark::prelude::*;
use starmark::signals::Changes;
use starmark::sse::Sse;
use starmark::state::{Current, States};

/// The list. It is no signal: the page gets it as markup.
#[derive(Clone, Default, Serialize, Deserialize, Signals, State)]
struct Todos {
    #[signals(skip)]
    items: BTreeMap<u64, Item>,
    /// How many there have ever been.
    #[signals(skip)]
    count: u64,
}

#[derive(Clone, Default, Serialize, Deserialize)]
struct Item {
    title: String,
    done: bool,
}

#[events]
impl Todos {
    #[event]
    fn add(&mut self, Signals(page): Signals<Page>) -> Option<Changes> {
        let title = page.draft.trim();
        if title.is_empty() {
            return None;
        }
        self.count += 1;
        title.clone_into(&mut self.items.entry(self.count).or_default().title);
        Some(patch!(Page::signals().draft = ""))
    }

    #[event]
    fn check(&mut self, id: Option<u64>, done: bool) {
        let is_meant = |it: &u64| id.is_none_or(|id| id == *it);
        for (_, item) in self.items.iter_mut().filter(|(it, _)| is_meant(it)) {
            item.done = done;
        }
    }

    #[event]
    fn rename(&mut self, id: u64, Signals(page): Signals<Page>) {
        match page.title.trim() {
            "" => self.delete(id),
            title => title.clone_into(&mut self.items.entry(id).or_default().title),
        }
    }

    #[event]
    fn delete(&mut self, id: u64) {
        self.items.remove(&id);
    }

    #[event]
    fn clear(&mut self) {
        self.items.retain(|_, item| !item.done);
    }
}

/// What the user is about to write.
#[derive(Default, Signals)]
struct Page {
    draft: String,
    title: String,
    /// An item, or 0.
    #[signals(local)]
    editing: u64,
}

#[route(get "/?{done}")]
async fn page(done: Option<bool>, todos: Current<Todos>) -> impl IntoResponse {
    let content = html! {
        section data-signals=(Page::default()) data-init=(list::action(done)) {
            form.row data-on:submit=(Todos::events().add()) {
                input.grows data-bind=(Page::signals().draft) autofocus aria-label="New"
                    placeholder="What needs to be done?";
                button.main { "Add" }
            }
            (items(&todos, done))
        }
    };
    shell::page("To do", content)
}

/// The list as it is, and whenever it changes.
#[route(get "/list?{done}", stream)]
async fn list(done: Option<bool>, todos: Current<Todos>) -> impl IntoResponse {
    Sse::new(Live::new().state(&todos, move |todos| items(todos, done)))
}

fn items(todos: &Todos, done: Option<bool>) -> Markup {
    let left = todos.items.values().filter(|item| !item.done).count();
    let shown = |item: &Item| done.is_none_or(|done| item.done == done);
    html! {
        div #todos .rows hidden[todos.items.is_empty()] {
            label.check {
                input #all type="checkbox" checked[left == 0]
                    data-on:change=js!(Todos::events().check(None, el.checked));
                "All done"
            }
            ul {
                @for (id, item) in todos.items.iter().filter(|(_, item)| shown(item)) {
                    (row(*id, item))
                }
            }
            .row {
                span #left .grows {
                    strong { (left) } @if left == 1 { " item left" } @else { " items left" }
                }
                nav.row {
                    @for (text, to) in [("All", None), ("Active", Some(false)), ("Completed", Some(true))] {
                        a href=(page::path(to)) aria-current=[(to == done).then_some("page")] {
                            (text)
                        }
                    }
                }
                button #clear disabled[left == todos.items.len()]
                    data-on:click=(Todos::events().clear())
                {
                    "Clear completed"
                }
            }
        }
    }
}

fn row(id: u64, item: &Item) -> Markup {
    let s = Page::signals();
    // Enter submits, and takes the field away, which loses the focus: that is one change, not two.
    let save = js!(if s.editing == #id { s.editing = 0; Todos::events().rename(#id) });
    html! {
        li.row #{ "item-" (id) } {
            input #{ "done-" (id) } type="checkbox" checked[item.done]
                aria-label={ (item.title) " is done" }
                data-on:change=js!(Todos::events().check(#id, el.checked));
            span.grows.done[item.done] title="Double-click to change it"
                data-show=js!(s.editing != #id)
                data-on:dblclick=js!(s.title = #item.title; s.editing = #id)
            {
                (item.title)
            }
            form.grows hidden data-attr:hidden=js!(s.editing != #id) data-on:submit=(save.clone()) {
                input #{ "title-" (id) } aria-label="Title" data-bind=(s.title)
                    data-effect=js!(if s.editing == #id { el.focus() }) data-on:blur=(save)
                    data-on:keydown=js!(if evt.key == "Escape" { s.editing = 0 });
            }
            button aria-label={ "Delete " (item.title) }
                data-on:click=(Todos::events().delete(id))
            {
                "×"
            }
        }
    }
}

pub(crate) fn site() -> Router {
    shell::site(routes![page, list], States::new().state::<Todos>())
}

#[tokio::main]
async fn main() -> Result<(), Box<dyn Error>> {
    shell::listen(site()).await
}
