//! leptos on the server: a tree of typed views that own their texts, written to a string.

use leptos::prelude::*;

use crate::workloads::article::Article;
use crate::workloads::big_table::Table;
use crate::workloads::kanban::{Board, Card, Column};
use crate::workloads::teams::{Season, Team};

pub(crate) fn big_table(table: &Table) -> String {
    let row = |cells: &Vec<u32>| {
        let cells = cells.iter().map(|cell| view! { <td>{*cell}</td> });
        view! { <tr>{cells.collect_view()}</tr> }
    };
    let rows = table.rows.iter().map(row).collect_view();
    view! { <table>{rows}</table> }.to_html()
}

pub(crate) fn teams(season: &Season) -> String {
    let year = season.year;
    let team = |(i, team): (usize, &Team)| {
        let class = if i == 0 { "champion" } else { "" };
        view! { <li class=class><b>{team.name.clone()}</b>": "{team.score}</li> }
    };
    let teams = season.teams.iter().enumerate().map(team).collect_view();
    view! {
        <html>
            <head><title>{year}</title></head>
            <body><h1>"CSL "{year}</h1><ul>{teams}</ul></body>
        </html>
    }
    .to_html()
}

pub(crate) fn article(text: &Article) -> String {
    let paragraph = |text: &String| view! { <p>{text.clone()}</p> };
    let paragraphs = text.paragraphs.iter().map(paragraph).collect_view();
    view! { <article>{paragraphs}</article> }.to_html()
}

pub(crate) fn kanban(board: &Board) -> String {
    let columns = board.columns.iter().map(lane).collect_view();
    view! {
        <main id="board" data-init="@get('/board/events')" data-class:busy="$busy">{columns}</main>
    }
    .to_html()
}

fn lane(column: &Column) -> impl IntoView + use<> {
    let cards = column.cards.iter().map(card).collect_view();
    view! {
        <section class="column" id=column.key>
            <h2>{column.title}" "<span class="count">{column.cards.len()}</span></h2>
            {cards}
        </section>
    }
}

fn card(card: &Card) -> impl IntoView + use<> {
    let late = if card.late { " late" } else { "" };
    let tags = card.tags.iter().map(|tag| view! { <li>{tag.clone()}</li> });
    let assignee = card.assignee.clone().map(|name| {
        let title = name.clone();
        view! { <span class="assignee" title=title>{name}</span> }
    });
    view! {
        <article
            class=format!("card {}{late}", card.priority)
            id=format!("card-{}", card.id)
            data-class:selected="$selected == el.id"
            data-on:click="$selected = el.id"
        >
            <h3><a href=format!("/cards/{}", card.id)>{card.title.clone()}</a></h3>
            <span class="points">{card.points}</span>
            <p>{card.description.clone()}</p>
            <ul class="tags">{tags.collect_view()}</ul>
            {assignee}
            <button type="button" data-on:click__stop=format!("@post('/cards/{}/left')", card.id)>"Left"</button>
            <button type="button" data-on:click__stop=format!("@post('/cards/{}/right')", card.id)>"Right"</button>
            <button
                class="danger"
                type="button"
                data-attr:disabled="$busy"
                data-on:click__stop=format!("@delete('/cards/{}')", card.id)
            >"Delete"</button>
        </article>
    }
}
