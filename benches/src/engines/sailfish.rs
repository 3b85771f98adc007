//! sailfish: each page is a template file, compiled by a derive.

use sailfish::TemplateSimple;

use crate::workloads::article::Article;
use crate::workloads::big_table::Table;
use crate::workloads::kanban::Board;
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
