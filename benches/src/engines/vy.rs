//! vy: each element is a macro, what they return is a tuple of references, and iterators are content.

use vy::prelude::*;

use crate::workloads::article::Article;
use crate::workloads::big_table::Table;
use crate::workloads::fragments::{Badge, Counter, Fragments, Item, Row, Toast};
use crate::workloads::kanban::{Board, Card, Column};
use crate::workloads::nesting::{Dashboard, Entry, Panel, Tile};
use crate::workloads::signals::{Form, Person};
use crate::workloads::teams::Season;

pub(crate) fn big_table(input: &Table) -> String {
    table!(input.rows.iter().map(|row| cells(row))).into_string()
}

fn cells(row: &[u32]) -> impl IntoHtml {
    tr!(row.iter().map(|cell| td!(*cell)))
}

pub(crate) fn teams(season: &Season) -> String {
    let teams = season.teams.iter().enumerate().map(|(i, team)| {
        li!(
            class = (i == 0).then_some("champion"),
            b!(&team.name),
            ": ",
            team.score
        )
    });
    html!(
        head!(title!(season.year)),
        body!(h1!("CSL ", season.year), ul!(teams))
    )
    .into_string()
}

pub(crate) fn article(text: &Article) -> String {
    article!(text.paragraphs.iter().map(|text| p!(text))).into_string()
}

pub(crate) fn kanban(board: &Board) -> String {
    main!(
        id = "board",
        "data-init" = "@get('/board/events')",
        "data-class:busy" = "$busy",
        board.columns.iter().map(lane)
    )
    .into_string()
}

fn lane(column: &Column) -> impl IntoHtml {
    section!(
        class = "column",
        id = column.key,
        h2!(
            column.title,
            " ",
            span!(class = "count", column.cards.len())
        ),
        column.cards.iter().map(card)
    )
}

fn card(card: &Card) -> impl IntoHtml {
    article!(
        class = ("card ", card.priority, card.late.then_some(" late")),
        id = ("card-", card.id),
        "data-class:selected" = "$selected == el.id",
        "data-on:click" = "$selected = el.id",
        h3!(a!(href = ("/cards/", card.id), &card.title)),
        span!(class = "points", card.points),
        p!(&card.description),
        ul!(class = "tags", card.tags.iter().map(|tag| li!(tag))),
        card.assignee
            .as_ref()
            .map(|name| span!(class = "assignee", title = name, name)),
        button!(
            "type" = "button",
            "data-on:click__stop" = ("@post('/cards/", card.id, "/left')"),
            "Left"
        ),
        button!(
            "type" = "button",
            "data-on:click__stop" = ("@post('/cards/", card.id, "/right')"),
            "Right"
        ),
        button!(
            class = "danger",
            "type" = "button",
            "data-attr:disabled" = "$busy",
            "data-on:click__stop" = ("@delete('/cards/", card.id, "')"),
            "Delete"
        )
    )
}

pub(crate) fn signals(form: &Form) -> String {
    let signals = serde_json::to_string(&form.signals).expect("strings and numbers");
    section!(
        id = "people",
        "data-signals" = signals,
        fields(form),
        input!(
            "type" = "search",
            "data-bind" = "query",
            "data-on:input__debounce.200ms" = "@get('/people')"
        ),
        ul!(class = "people", form.people.iter().map(person)),
        p!(
            "data-show" = "$open",
            "Page ",
            span!("data-text" = "$page", form.signals.page)
        )
    )
    .into_string()
}

fn fields(form: &Form) -> impl IntoHtml {
    let roles = form.roles.iter();
    form!(
        "data-on:submit__prevent" = "@post('/people')",
        label!(
            "Name",
            input!("type" = "text", "data-bind" = "name", required = "")
        ),
        label!("Address", input!("type" = "email", "data-bind" = "email")),
        label!(
            "Role",
            select!(
                "data-bind" = "role",
                roles.map(|role| option!(value = role.key, role.title))
            )
        ),
        p!(
            class = "error",
            "data-show" = "$email == ''",
            "An address is needed."
        ),
        output!("data-text" = "$name + ', ' + $role"),
        button!("type" = "submit", "data-attr:disabled" = "$busy", "Add")
    )
}

fn person(person: &Person) -> impl IntoHtml {
    li!(
        id = ("person-", person.id),
        "data-class:selected" = ("$selected === ", person.id),
        "data-on:click" = ("$selected = ", person.id),
        strong!(&person.name),
        span!(class = "email", &person.email),
        span!(
            "data-show" = ("$selected === ", person.id),
            "data-text" = "$query"
        ),
        button!(
            "type" = "button",
            "data-on:click__stop" = ("@delete('/people/", person.id, "')"),
            "Remove"
        )
    )
}

pub(crate) fn nesting(dashboard: &Dashboard) -> String {
    let grid = div!(class = "grid", dashboard.panels.iter().map(panel));
    main!(
        class = "page",
        div!(class = "shell", header!(&dashboard.title), grid)
    )
    .into_string()
}

fn panel(panel: &Panel) -> impl IntoHtml {
    let tiles = panel.tiles.iter().map(tile);
    section!(
        class = "panel",
        h2!(&panel.title),
        div!(class = "stack", tiles)
    )
}

fn tile(tile: &Tile) -> impl IntoHtml {
    let entries = tile.entries.iter().map(entry);
    article!(
        class = "tile",
        h3!(&tile.title),
        div!(class = "body", entries)
    )
}

fn entry(entry: &Entry) -> impl IntoHtml {
    dl!(
        class = "entry",
        div!(class = "cell", dt!(&entry.label), dd!(entry.value))
    )
}

pub(crate) fn fragments(it: &Fragments) -> [String; 5] {
    [
        counter(&it.counter),
        toast(&it.toast),
        row(&it.row),
        item(&it.item),
        badge(&it.badge),
    ]
}

fn counter(counter: &Counter) -> String {
    span!(
        class = "count",
        id = ("count-", counter.id),
        "aria-label" = "Open tickets",
        counter.count
    )
    .into_string()
}

fn toast(toast: &Toast) -> String {
    div!(
        class = ("toast ", toast.level),
        id = "toast",
        role = "status",
        p!(&toast.text),
        button!(
            "type" = "button",
            "data-on:click" = "$toast = false",
            "Dismiss"
        )
    )
    .into_string()
}

fn row(row: &Row) -> String {
    tr!(
        id = ("row-", row.id),
        td!(&row.name),
        td!(class = "number", row.amount),
        td!(class = "number", row.price),
        td!(button!(
            "type" = "button",
            "data-on:click" = ("@post('/rows/", row.id, "/edit')"),
            "Edit"
        ))
    )
    .into_string()
}

fn item(item: &Item) -> String {
    li!(
        class = ("item", item.done.then_some(" done")),
        id = ("item-", item.id),
        label!(
            input!(
                "type" = "checkbox",
                checked? = item.done.then_some(""),
                "data-on:change" = ("@post('/items/", item.id, "')")
            ),
            &item.text
        )
    )
    .into_string()
}

fn badge(badge: &Badge) -> String {
    span!(
        class = ("badge ", badge.level),
        id = ("badge-", badge.id),
        title = &badge.title,
        badge.level
    )
    .into_string()
}
