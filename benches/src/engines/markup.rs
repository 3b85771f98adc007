//! markup: each page is a template type, with the input as a field of its own.

#![expect(unreachable_pub, reason = "the macro makes its types public")]

use crate::workloads::article::Article;
use crate::workloads::big_table::Table;
use crate::workloads::fragments::{Badge, Counter, Fragments, Item, Row, Toast};
use crate::workloads::kanban::{Board, Card};
use crate::workloads::nesting::Dashboard;
use crate::workloads::signals::{Form, Person};
use crate::workloads::teams::Season;

markup::define! {
    BigTable<'a>(table: &'a Table) {
        table { @for row in &table.rows { tr { @for cell in row { td { @cell } } } } }
    }

    Teams<'a>(season: &'a Season) {
        html {
            head { title { @season.year } }
            body {
                h1 { "CSL " @season.year }
                ul {
                    @for (i, team) in season.teams.iter().enumerate() {
                        li[class = if i == 0 { "champion" } else { "" }] { b { @team.name } ": " @team.score }
                    }
                }
            }
        }
    }

    ArticlePage<'a>(text: &'a Article) {
        article { @for paragraph in &text.paragraphs { p { @paragraph } } }
    }

    Kanban<'a>(board: &'a Board) {
        main #board ["data-init" = "@get('/board/events')", "data-class:busy" = "$busy"] {
            @for column in &board.columns {
                section.column[id = column.key] {
                    h2 { @column.title " " span.count { @column.cards.len() } }
                    @for card in &column.cards { @CardView { card } }
                }
            }
        }
    }

    CardView<'a>(card: &'a Card) {
        article[
            class = ("card ", card.priority, if card.late { " late" } else { "" }),
            id = ("card-", card.id),
            "data-class:selected" = "$selected == el.id",
            "data-on:click" = "$selected = el.id"
        ] {
            h3 { a[href = ("/cards/", card.id)] { @card.title } }
            span.points { @card.points }
            p { @card.description }
            ul.tags { @for tag in &card.tags { li { @tag } } }
            @if let Some(assignee) = &card.assignee { span.assignee[title = assignee] { @assignee } }
            button["type" = "button", "data-on:click__stop" = ("@post('/cards/", card.id, "/left')")] { "Left" }
            button["type" = "button", "data-on:click__stop" = ("@post('/cards/", card.id, "/right')")] { "Right" }
            button.danger[
                "type" = "button",
                "data-attr:disabled" = "$busy",
                "data-on:click__stop" = ("@delete('/cards/", card.id, "')")
            ] { "Delete" }
        }
    }

    Signals<'a>(signals: String, form: &'a Form) {
        section #people ["data-signals" = signals] {
            form["data-on:submit__prevent" = "@post('/people')"] {
                label { "Name" input["type" = "text", "data-bind" = "name", required]; }
                label { "Address" input["type" = "email", "data-bind" = "email"]; }
                label {
                    "Role"
                    select["data-bind" = "role"] {
                        @for role in &form.roles { option[value = role.key] { @role.title } }
                    }
                }
                p.error["data-show" = "$email == ''"] { "An address is needed." }
                output["data-text" = "$name + ', ' + $role"] {}
                button["type" = "submit", "data-attr:disabled" = "$busy"] { "Add" }
            }
            input["type" = "search", "data-bind" = "query", "data-on:input__debounce.200ms" = "@get('/people')"];
            ul.people { @for person in &form.people { @PersonItem { person } } }
            p["data-show" = "$open"] { "Page " span["data-text" = "$page"] { @form.signals.page } }
        }
    }

    PersonItem<'a>(person: &'a Person) {
        li[
            id = ("person-", person.id),
            "data-class:selected" = ("$selected === ", person.id),
            "data-on:click" = ("$selected = ", person.id)
        ] {
            strong { @person.name }
            span.email { @person.email }
            span["data-show" = ("$selected === ", person.id), "data-text" = "$query"] {}
            button["type" = "button", "data-on:click__stop" = ("@delete('/people/", person.id, "')")] { "Remove" }
        }
    }

    Nesting<'a>(dashboard: &'a Dashboard) {
        main.page {
            div.shell {
                header { @dashboard.title }
                div.grid {
                    @for panel in &dashboard.panels {
                        section.panel {
                            h2 { @panel.title }
                            div.stack {
                                @for tile in &panel.tiles {
                                    article.tile {
                                        h3 { @tile.title }
                                        div.body {
                                            @for entry in &tile.entries {
                                                dl.entry { div.cell { dt { @entry.label } dd { @entry.value } } }
                                            }
                                        }
                                    }
                                }
                            }
                        }
                    }
                }
            }
        }
    }

    CounterView<'a>(counter: &'a Counter) {
        span.count[id = ("count-", counter.id), "aria-label" = "Open tickets"] { @counter.count }
    }

    ToastView<'a>(toast: &'a Toast) {
        div #toast .toast.{toast.level}[role = "status"] {
            p { @toast.text }
            button["type" = "button", "data-on:click" = "$toast = false"] { "Dismiss" }
        }
    }

    RowView<'a>(row: &'a Row) {
        tr[id = ("row-", row.id)] {
            td { @row.name }
            td.number { @row.amount }
            td.number { @row.price }
            td { button["type" = "button", "data-on:click" = ("@post('/rows/", row.id, "/edit')")] { "Edit" } }
        }
    }

    ItemView<'a>(item: &'a Item) {
        li[class = if item.done { "item done" } else { "item" }, id = ("item-", item.id)] {
            label {
                input["type" = "checkbox", checked = item.done, "data-on:change" = ("@post('/items/", item.id, "')")];
                @item.text
            }
        }
    }

    BadgeView<'a>(badge: &'a Badge) {
        span.badge.{badge.level}[id = ("badge-", badge.id), title = &badge.title] { @badge.level }
    }
}

pub(crate) fn big_table(table: &Table) -> String {
    BigTable { table }.to_string()
}

pub(crate) fn teams(season: &Season) -> String {
    Teams { season }.to_string()
}

pub(crate) fn article(text: &Article) -> String {
    ArticlePage { text }.to_string()
}

pub(crate) fn kanban(board: &Board) -> String {
    Kanban { board }.to_string()
}

pub(crate) fn nesting(dashboard: &Dashboard) -> String {
    Nesting { dashboard }.to_string()
}

pub(crate) fn signals(form: &Form) -> String {
    let signals = serde_json::to_string(&form.signals).expect("strings and numbers");
    Signals { signals, form }.to_string()
}

pub(crate) fn fragments(it: &Fragments) -> [String; 5] {
    let Fragments {
        counter,
        toast,
        row,
        item,
        badge,
    } = it;
    [
        CounterView { counter }.to_string(),
        ToastView { toast }.to_string(),
        RowView { row }.to_string(),
        ItemView { item }.to_string(),
        BadgeView { badge }.to_string(),
    ]
}
