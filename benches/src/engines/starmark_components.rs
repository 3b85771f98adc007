//! Starmark's components: functions, and one struct.

use starmark::prelude::*;

use crate::workloads::article::Article;
use crate::workloads::big_table::Table;
use crate::workloads::kanban::{Board, Card, Column};
use crate::workloads::teams::{Season, Team};

#[component]
fn Row(cells: &[u32]) -> Markup {
    html! { tr { @for cell in cells { td { (cell) } } } }
}

pub(crate) fn big_table(table: &Table) -> String {
    let page = html! { table { @for row in &table.rows { Row cells=(row); } } };
    page.into_string()
}

#[component]
fn TeamItem(team: &Team, #[prop(default)] first: bool) -> Markup {
    html! { li.champion[first] { b { (team.name) } ": " (team.score) } }
}

pub(crate) fn teams(season: &Season) -> String {
    let page = html! {
        html {
            head { title { (season.year) } }
            body {
                h1 { "CSL " (season.year) }
                ul {
                    @for (i, team) in season.teams.iter().enumerate() { TeamItem team=(team) first=(i == 0); }
                }
            }
        }
    };
    page.into_string()
}

#[component]
fn Paragraph(text: &str) -> Markup {
    html! { p { (text) } }
}

pub(crate) fn article(text: &Article) -> String {
    let page =
        html! { article { @for paragraph in &text.paragraphs { Paragraph text=(paragraph); } } };
    page.into_string()
}

#[component]
fn Lane(column: &Column) -> Markup {
    html! {
        section.column id=(column.key) {
            h2 { (column.title) " " span.count { (column.cards.len()) } }
            @for card in &column.cards { CardView card=(card); }
        }
    }
}

#[component]
#[derive(Debug)]
struct CardView<'a> {
    card: &'a Card,
}

impl Render for CardView<'_> {
    fn render_to(&self, out: &mut Buffer) {
        let card = self.card;
        write_html!(out,
            article.card.(card.priority).late[card.late] id={ "card-" (card.id) }
                data-class:selected="$selected == el.id" data-on:click="$selected = el.id" {
                h3 { a href={ "/cards/" (card.id) } { (card.title) } }
                span.points { (card.points) }
                p { (card.description) }
                Tags tags=(&card.tags);
                @if let Some(assignee) = &card.assignee { Assignee name=(assignee); }
                Buttons id=(card.id);
            }
        );
    }
}

#[component]
fn Tags(tags: &[String]) -> Markup {
    html! { ul.tags { @for tag in tags { li { (tag) } } } }
}

#[component]
fn Assignee(name: &str) -> Markup {
    html! { span.assignee title=(name) { (name) } }
}

#[component]
fn Buttons(id: u32) -> Markup {
    html! {
        Move id=(id) to="left" { "Left" }
        Move id=(id) to="right" { "Right" }
        button.danger type="button" data-attr:disabled="$busy" data-on:click__stop={ "@delete('/cards/" (id) "')" } { "Delete" }
    }
}

#[component]
fn Move(id: u32, to: &'static str, children: Children) -> Markup {
    html! { button type="button" data-on:click__stop={ "@post('/cards/" (id) "/" (to) "')" } { (children) } }
}

pub(crate) fn kanban(board: &Board) -> String {
    let page = html! {
        main #board data-init="@get('/board/events')" data-class:busy="$busy" {
            @for column in &board.columns { Lane column=(column); }
        }
    };
    page.into_string()
}
