//! minijinja: templates are parsed once and interpreted; an input becomes a context by serde each time.

use std::sync::LazyLock;

use minijinja::value::Serde;
use minijinja::{Environment, Value, context};

use super::jinja::TEMPLATES;
use crate::workloads::article::Article;
use crate::workloads::big_table::Table;
use crate::workloads::fragments::{Badge, Counter, Fragments, Item, Row, Toast};
use crate::workloads::kanban::Board;
use crate::workloads::nesting::Dashboard;
use crate::workloads::signals::Form;
use crate::workloads::teams::Season;

const NEVER: &str = "a template without errors of its own";

static ENVIRONMENT: LazyLock<Environment<'_>> = LazyLock::new(|| {
    let mut environment = Environment::new();
    for (name, source) in TEMPLATES {
        environment.add_template(name, source).expect(NEVER);
    }
    environment
});

fn render(name: &str, context: &Value) -> String {
    let template = ENVIRONMENT.get_template(name).expect(NEVER);
    template.render(context).expect(NEVER)
}

/// A page: a function that renders a template with its input.
macro_rules! page {
    ($render:ident, $Input:ty) => {
        pub(crate) fn $render(input: &$Input) -> String {
            let input = Value::from(Serde(input));
            render(concat!(stringify!($render), ".html"), &context! { input })
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
    let input = Value::from(Serde(input));
    render("signals.html", &context! { input, signals => json })
}
