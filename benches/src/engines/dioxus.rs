//! dioxus on the server: a virtual tree that owns its texts, written to a string.

use dioxus::prelude::*;
use dioxus::ssr::render_element;

use crate::workloads::article::Article;
use crate::workloads::big_table::Table;
use crate::workloads::kanban::{Board, Card, Column};
use crate::workloads::teams::Season;

pub(crate) fn big_table(input: &Table) -> String {
    render_element(rsx! {
        table {
            for row in &input.rows {
                tr {
                    for cell in row {
                        td { "{cell}" }
                    }
                }
            }
        }
    })
}

/// dioxus renders into a document that is there, and has no `html` element.
pub(crate) fn teams(season: &Season) -> String {
    let page = render_element(rsx! {
        head { title { "{season.year}" } }
        body {
            h1 { "CSL {season.year}" }
            ul {
                for (i, team) in season.teams.iter().enumerate() {
                    li { class: if i == 0 { "champion" },
                        b { "{team.name}" }
                        ": {team.score}"
                    }
                }
            }
        }
    });
    format!("<html>{page}</html>")
}

pub(crate) fn article(text: &Article) -> String {
    render_element(rsx! {
        article {
            for paragraph in &text.paragraphs {
                p { "{paragraph}" }
            }
        }
    })
}

pub(crate) fn kanban(board: &Board) -> String {
    render_element(rsx! {
        main {
            id: "board",
            "data-init": "@get('/board/events')",
            "data-class:busy": "$busy",
            for column in &board.columns {
                {lane(column)}
            }
        }
    })
}

fn lane(column: &Column) -> Element {
    let count = column.cards.len();
    rsx! {
        section { class: "column", id: "{column.key}",
            h2 {
                "{column.title} "
                span { class: "count", "{count}" }
            }
            for card in &column.cards {
                {card_view(card)}
            }
        }
    }
}

fn card_view(card: &Card) -> Element {
    let late = if card.late { " late" } else { "" };
    rsx! {
        article {
            class: "card {card.priority}{late}",
            id: "card-{card.id}",
            "data-class:selected": "$selected == el.id",
            "data-on:click": "$selected = el.id",
            h3 {
                a { href: "/cards/{card.id}", "{card.title}" }
            }
            span { class: "points", "{card.points}" }
            p { "{card.description}" }
            ul { class: "tags",
                for tag in &card.tags {
                    li { "{tag}" }
                }
            }
            if let Some(assignee) = &card.assignee {
                span { class: "assignee", title: "{assignee}", "{assignee}" }
            }
            button { r#type: "button", "data-on:click__stop": "@post('/cards/{card.id}/left')", "Left" }
            button { r#type: "button", "data-on:click__stop": "@post('/cards/{card.id}/right')", "Right" }
            button {
                class: "danger",
                r#type: "button",
                "data-attr:disabled": "$busy",
                "data-on:click__stop": "@delete('/cards/{card.id}')",
                "Delete"
            }
        }
    }
}
