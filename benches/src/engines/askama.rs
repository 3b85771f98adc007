//! askama: each page is a template file, compiled by a derive.

use askama::Template;

use crate::workloads::article::Article;
use crate::workloads::big_table::Table;
use crate::workloads::fragments::{Badge, Counter, Fragments, Item, Row, Toast};
use crate::workloads::kanban::Board;
use crate::workloads::nesting::Dashboard;
use crate::workloads::signals::Form;
use crate::workloads::teams::Season;

const NEVER: &str = "a template without errors of its own";

/// A page: a struct with one field, and a template file that names it.
macro_rules! page {
    ($render:ident, $Page:ident, $path:literal, $Input:ty) => {
        #[derive(Template)]
        #[template(path = $path)]
        struct $Page<'a> {
            input: &'a $Input,
        }

        pub(crate) fn $render(input: &$Input) -> String {
            $Page { input }.render().expect(NEVER)
        }
    };
}

page!(big_table, BigTable, "big_table.html", Table);
page!(teams, Teams, "teams.html", Season);
page!(article, ArticlePage, "article.html", Article);
page!(kanban, Kanban, "kanban.html", Board);
page!(nesting, Nesting, "nesting.html", Dashboard);
page!(counter, CounterPage, "counter.html", Counter);
page!(toast, ToastPage, "toast.html", Toast);
page!(row, RowPage, "row.html", Row);
page!(item, ItemPage, "item.html", Item);
page!(badge, BadgePage, "badge.html", Badge);

pub(crate) fn fragments(it: &Fragments) -> [String; 5] {
    [
        counter(&it.counter),
        toast(&it.toast),
        row(&it.row),
        item(&it.item),
        badge(&it.badge),
    ]
}

#[derive(Template)]
#[template(path = "signals.html")]
struct Signals<'a> {
    signals: String,
    input: &'a Form,
}

pub(crate) fn signals(input: &Form) -> String {
    let signals = serde_json::to_string(&input.signals).expect("strings and numbers");
    Signals { signals, input }.render().expect(NEVER)
}
