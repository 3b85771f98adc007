//! tera: templates are parsed once and interpreted; an input becomes a context by serde each time.

use std::sync::LazyLock;

use tera::{Context, Tera};

use super::jinja::TEMPLATES;
use crate::workloads::article::Article;
use crate::workloads::big_table::Table;
use crate::workloads::fragments::{Badge, Counter, Fragments, Item, Row, Toast};
use crate::workloads::kanban::Board;
use crate::workloads::nesting::Dashboard;
use crate::workloads::signals::Form;
use crate::workloads::teams::Season;

const NEVER: &str = "a template without errors of its own";

static TERA: LazyLock<Tera> = LazyLock::new(|| {
    let mut tera = Tera::new();
    // It would write the line feed that ends a file.
    let templates = TEMPLATES.map(|(name, source)| (name, source.trim_end()));
    tera.add_raw_templates(templates).expect(NEVER);
    tera
});

/// A page: a function that renders a template with its input.
macro_rules! page {
    ($render:ident, $Input:ty) => {
        pub(crate) fn $render(input: &$Input) -> String {
            let mut context = Context::new();
            context.insert("input", input);
            let name = concat!(stringify!($render), ".html");
            TERA.render(name, &context).expect(NEVER)
        }
    };
}

page!(big_table, Table);
page!(teams, Season);
page!(article, Article);
page!(kanban, Board);
page!(nesting, Dashboard);
page!(counter, Counter);
page!(toast, Toast);
page!(row, Row);
page!(item, Item);
page!(badge, Badge);

pub(crate) fn fragments(it: &Fragments) -> [String; 5] {
    [
        counter(&it.counter),
        toast(&it.toast),
        row(&it.row),
        item(&it.item),
        badge(&it.badge),
    ]
}

pub(crate) fn signals(input: &Form) -> String {
    let json = serde_json::to_string(&input.signals).expect("strings and numbers");
    let mut context = Context::new();
    context.insert("input", input);
    context.insert("signals", &json);
    TERA.render("signals.html", &context).expect(NEVER)
}
