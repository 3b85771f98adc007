//! sailfish: each page is a template file, compiled by a derive.

use sailfish::TemplateSimple;

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
        #[derive(TemplateSimple)]
        #[template(path = $path, rm_newline = true)]
        struct $Page<'a> {
            input: &'a $Input,
        }

        pub(crate) fn $render(input: &$Input) -> String {
            $Page { input }.render_once().expect(NEVER)
        }
    };
}

page!(big_table, BigTable, "big_table.stpl", Table);
page!(teams, Teams, "teams.stpl", Season);
page!(article, ArticlePage, "article.stpl", Article);
page!(kanban, Kanban, "kanban.stpl", Board);
page!(nesting, Nesting, "nesting.stpl", Dashboard);
page!(counter, CounterPage, "counter.stpl", Counter);
page!(toast, ToastPage, "toast.stpl", Toast);
page!(row, RowPage, "row.stpl", Row);
page!(item, ItemPage, "item.stpl", Item);
page!(badge, BadgePage, "badge.stpl", Badge);

pub(crate) fn fragments(it: &Fragments) -> [String; 5] {
    [
        counter(&it.counter),
        toast(&it.toast),
        row(&it.row),
        item(&it.item),
        badge(&it.badge),
    ]
}

#[derive(TemplateSimple)]
#[template(path = "signals.stpl", rm_newline = true)]
struct Signals<'a> {
    signals: String,
    input: &'a Form,
}

pub(crate) fn signals(input: &Form) -> String {
    let signals = serde_json::to_string(&input.signals).expect("strings and numbers");
    Signals { signals, input }.render_once().expect(NEVER)
}
