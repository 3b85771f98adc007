//! askama: each page is a template file, compiled by a derive.

use askama::Template;

use crate::workloads::article::Article;
use crate::workloads::big_table::Table;
use crate::workloads::kanban::Board;
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
