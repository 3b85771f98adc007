//! `TodoMVC`: the list of a browser, the same in all of its tabs.

use std::collections::BTreeMap;

use axum::Router;
use axum::response::IntoResponse;
use serde::{Deserialize, Serialize};
use starmark::live::Live;
use starmark::prelude::*;
use starmark::signals::Changes;
use starmark::sse::Sse;
use starmark::state::Current;

use crate::layout::Gallery;

// region: list
#[derive(Clone, Serialize, Deserialize, Signals, State)]
pub(super) struct TodoMvc {
    #[signals(skip)]
    items: BTreeMap<u64, Item>,
    #[signals(skip)]
    show: Show,
    /// How many items there have ever been.
    #[signals(skip)]
    count: u64,
}

#[derive(Clone, Serialize, Deserialize)]
struct Item {
    title: String,
    is_done: bool,
}

#[derive(Clone, Copy, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
enum Show {
    #[default]
    All,
    Pending,
    Completed,
}

const SHOWN: [(&str, Show); 3] = [
    ("All", Show::All),
    ("Pending", Show::Pending),
    ("Completed", Show::Completed),
];

impl Default for TodoMvc {
    fn default() -> Self {
        let titles = [
            "Learn a language for servers",
            "Learn Datastar",
            "Write an app",
            "Sleep",
        ];
        let item = |title: &str| Item {
            title: title.to_owned(),
            is_done: false,
        };
        let items = (1..).zip(titles.map(item)).collect();
        Self {
            items,
            show: Show::All,
            count: 4,
        }
    }
}
// endregion

// region: events
#[events]
impl TodoMvc {
    #[event]
    fn add(&mut self, Signals(page): Signals<Page>) -> Result<Changes, &'static str> {
        let title = checked(&page.draft)?;
        if self.items.len() >= 50 {
            return Err("That is enough for today: finish something first.");
        }
        self.count += 1;
        self.items.insert(
            self.count,
            Item {
                title,
                is_done: false,
            },
        );
        Ok(patch!(Page::signals().draft = ""))
    }

    #[event]
    fn check(&mut self, id: u64, is_done: bool) {
        self.items
            .entry(id)
            .and_modify(|item| item.is_done = is_done);
    }

    #[event]
    fn check_all(&mut self, is_done: bool) {
        self.items
            .values_mut()
            .for_each(|item| item.is_done = is_done);
    }

    #[event]
    fn rename(&mut self, id: u64, Signals(page): Signals<Page>) -> Result<(), &'static str> {
        let title = checked(&page.title)?;
        self.items.entry(id).and_modify(|item| item.title = title);
        Ok(())
    }

    #[event]
    fn delete(&mut self, id: u64) {
        self.items.remove(&id);
    }

    #[event]
    fn clear(&mut self) {
        self.items.retain(|_, item| !item.is_done);
    }

    #[event]
    fn show(&mut self, show: Show) {
        self.show = show;
    }

    #[event]
    fn reset(&mut self) {
        *self = Self::default();
    }
}

fn checked(title: &str) -> Result<String, &'static str> {
    match title.trim() {
        "" => Err("Write what there is to do."),
        title if title.chars().count() > 100 => Err("An item has 100 characters at most."),
        title => Ok(title.to_owned()),
    }
}
// endregion

// region: page
/// What the user is about to write, and the item that is being changed, or 0.
#[derive(Default, Signals)]
struct Page {
    draft: String,
    title: String,
    #[signals(local)]
    editing: u64,
}

#[route(get "/todo-mvc")]
pub(crate) async fn page(gallery: Gallery, todos: Current<TodoMvc>) -> impl IntoResponse {
    gallery.page(html! {
        .rows data-signals=(Page::default()) data-init=(follow::action()) {
            form.row data-on:submit=(TodoMvc::events().add()) {
                input.grows #new data-bind=(Page::signals().draft)
                    aria-label="New" placeholder="What needs to be done?";
                button.main { "Add" }
            }
            (list(&todos))
        }
    })
}

/// The list as it is, and whenever a tab has changed it.
#[route(get "/todo-mvc/list", stream)]
async fn follow(todos: Current<TodoMvc>) -> impl IntoResponse {
    Sse::new(Live::new().state(&todos, |todos| list(todos)))
}
// endregion

// region: views
fn list(todos: &TodoMvc) -> Markup {
    let events = TodoMvc::events();
    let left = todos.items.values().filter(|item| !item.is_done).count();
    let is_shown =
        |item: &Item| todos.show == Show::All || (todos.show == Show::Completed) == item.is_done;
    html! {
        #todos .rows {
            label.check {
                input #all type="checkbox" checked[left == 0]
                    data-on:change=js!(TodoMvc::events().check_all(el.checked));
                "All done"
            }
            ul.items {
                @for (id, item) in todos.items.iter().filter(|(_, item)| is_shown(item)) {
                    (row(*id, item))
                }
            }
            .row {
                span.grows #left {
                    strong { (left) } @if left == 1 { " item left" } @else { " items left" }
                }
                @for (text, show) in SHOWN {
                    button.small aria-pressed=(todos.show == show)
                        data-on:click=(events.show(show)) { (text) }
                }
            }
            .row {
                button #clear disabled[left == todos.items.len()] data-on:click=(events.clear()) {
                    "Delete completed"
                }
                button #reset data-on:click=(events.reset()) { "Reset" }
            }
        }
    }
}

fn row(id: u64, item: &Item) -> Markup {
    let (s, events) = (Page::signals(), TodoMvc::events());
    // Enter takes the field away, which loses the focus: that is one change, not two.
    let save = js!(if s.editing == #id { s.editing = 0; TodoMvc::events().rename(#id) });
    html! {
        li.row #{ "item-" (id) } {
            input type="checkbox" checked[item.is_done] aria-label={ (item.title) " is done" }
                data-on:change=js!(TodoMvc::events().check(#id, el.checked));
            span.grows.done[item.is_done] title="Double-click to change it"
                data-show=js!(s.editing != #id)
                data-on:dblclick=js!(s.title = #item.title; s.editing = #id) { (item.title) }
            form.grows hidden data-attr:hidden=js!(s.editing != #id)
                data-on:submit=(save.clone()) {
                input aria-label="Title" data-bind=(s.title) data-on:blur=(save)
                    data-effect=js!(if s.editing == #id { el.focus() })
                    data-on:keydown=js!(if evt.key == "Escape" { s.editing = 0 });
            }
            button.small aria-label={ "Delete " (item.title) }
                data-on:click=(events.delete(id)) { "×" }
        }
    }
}
// endregion

pub(super) fn routes() -> Router {
    routes![page, follow]
}
