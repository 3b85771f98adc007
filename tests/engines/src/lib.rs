//! One component, in Starmark itself and as every example writes it in another engine.
//!
//! Engines differ in how they escape (`&#34;`, `&quot;`), so bytes are compared in each example, and here is
//! what must not differ: the tree that a browser makes of them. A value escaped twice, or one that gets out
//! of its attribute, makes another tree.

#[path = "../../support/dom.rs"]
mod dom;

use starmark::prelude::*;
use starmark::testing::check_page;

/// The signals of the component.
#[derive(Debug, Signals)]
pub struct Filter {
    /// What is looked for; the user typed it.
    pub query: String,
}

impl Filter {
    /// The signals of a query.
    pub fn new(query: &str) -> Self {
        let query = query.to_owned();
        Self { query }
    }
}

/// The component in Starmark: a search for `query` that may be foldable.
pub fn search(query: &str, foldable: bool) -> Markup {
    html! {
        section data-signals=(Filter::new(query)) {
            input data-bind=(Filter::signals().query);
            button data-on:click__debounce.500ms=(post("/x")) data-class:active="$on" { "Go" }
            @if foldable {
                output data-show="$open" title=(query) data-text="$a < 'b' && \"c\"" { (query) }
            } @else {
                output title=(query) data-text="$a < 'b' && \"c\"" { (query) }
            }
        }
    }
}

/// Queries that try to end the attribute, the tag, the expression or the template's own syntax.
pub const HOSTILE: &[&str] = &[
    "\" onload=\"alert(1)",
    "' onload='alert(1)",
    "'); alert(1); ('",
    "\"><script>alert(1)</script>",
    "</output><img src=x onerror=alert(1)>",
    "&quot; onload=alert(1) &lt;&amp;quot;",
    "a b=c / > `",
    "{{ query }}{% raw %}",
    "\\u0022 ${query} @get('/x')",
];

/// Fails unless a browser makes of `page` what it makes of [`search`].
///
/// # Panics
///
/// If the trees differ, or a mistake is in both.
pub fn assert_same_tree(page: &str, query: &str, foldable: bool) {
    assert_eq!(check_page(page), [], "in this page:\n{page}");
    let ours = dom::tree(search(query, foldable).as_str());
    assert_eq!(
        without_layout(&dom::tree(page)),
        ours,
        "from this page:\n{page}"
    );
}

/// A tree without the line breaks and spaces between elements: a template's layout.
fn without_layout(tree: &str) -> String {
    let is_layout = |line: &str| {
        let text = line.trim().trim_matches('"').replace("\\n", "");
        text.trim().is_empty()
    };
    tree.split_inclusive('\n')
        .filter(|line| !is_layout(line))
        .collect()
}

/// Fails unless `component` makes the same tree as [`search`], whatever the query.
///
/// # Panics
///
/// If the trees differ.
pub fn assert_same_trees(component: impl Fn(&str, bool) -> String) {
    for query in HOSTILE {
        for foldable in [true, false] {
            assert_same_tree(&component(query, foldable), query, foldable);
        }
    }
}
