//! The templates that minijinja and tera share.

/// The templates by name.
pub(super) const TEMPLATES: [(&str, &str); 11] = [
    (
        "article.html",
        include_str!("../../templates/jinja/article.html"),
    ),
    (
        "badge.html",
        include_str!("../../templates/jinja/badge.html"),
    ),
    (
        "big_table.html",
        include_str!("../../templates/jinja/big_table.html"),
    ),
    (
        "counter.html",
        include_str!("../../templates/jinja/counter.html"),
    ),
    ("item.html", include_str!("../../templates/jinja/item.html")),
    (
        "kanban.html",
        include_str!("../../templates/jinja/kanban.html"),
    ),
    (
        "nesting.html",
        include_str!("../../templates/jinja/nesting.html"),
    ),
    ("row.html", include_str!("../../templates/jinja/row.html")),
    (
        "signals.html",
        include_str!("../../templates/jinja/signals.html"),
    ),
    (
        "teams.html",
        include_str!("../../templates/jinja/teams.html"),
    ),
    (
        "toast.html",
        include_str!("../../templates/jinja/toast.html"),
    ),
];
