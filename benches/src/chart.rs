//! The race as a picture, drawn with Starmark's own vocabulary of SVG.
//!
//! Bars begin at the practical floor, and their length is the logarithm of the ratio to it: what copying takes
//! is on its left, all engines are on its right. Colours are of two schemes, and the reader's one counts.

use starmark::prelude::*;
use starmark::svg;

use crate::race::{BOUND, MEMCPY};
use crate::report::{Row, Table};

/// How many workloads stand beside each other.
const COLUMNS: i32 = 2;
const COLUMN: i32 = 500;
/// Where bars of ratio 1 begin, from the left of a column.
const FLOOR: i32 = 220;
/// How long a bar of ratio 10 is.
const DECADE: i32 = 68;
const LINE: i32 = 15;
/// Above the first bar of a workload, and below the last.
const HEAD: i32 = 34;
const FOOT: i32 = 16;
const TOP: i32 = 44;

/// The picture.
#[must_use]
pub fn chart(tables: &[Table]) -> String {
    let mut panels = Vec::new();
    let mut bottoms = [TOP; COLUMNS as usize];
    for table in tables {
        let shortest = (0..bottoms.len()).min_by_key(|column| bottoms[*column]);
        let column = shortest.unwrap_or_default();
        let rows: Vec<&Row> = table.rows.iter().filter(|row| is_drawn(row)).collect();
        let left = COLUMN * i32::try_from(column).unwrap_or_default();
        panels.push(panel(left, bottoms[column], &title(table), &rows));
        bottoms[column] += HEAD + FOOT + LINE * i32::try_from(rows.len()).unwrap_or_default();
    }
    let size = [COLUMN * COLUMNS, bottoms.into_iter().max().unwrap_or(TOP)];
    let picture = html! {
        svg::svg "xmlns"="http://www.w3.org/2000/svg" viewBox={ "0 0 " (size[0]) " " (size[1]) }
            width=(size[0]) height=(size[1]) role="img" aria-label="Rendering times as multiples of the practical floor" {
            style {
                "text { font: 11px system-ui, sans-serif; fill: #334155 }"
                ".title { font-size: 13px; font-weight: 600; fill: #0f172a }"
                ".name { text-anchor: end }"
                ".tick { font-size: 9px; text-anchor: middle; fill: #64748b }"
                "line { stroke: #cbd5e1 }"
                ".floor { fill: #94a3b8 } .starmark { fill: #e11d48 } .peer { fill: #3b82f6 }"
                "text.starmark { font-weight: 600 }"
                "@media (prefers-color-scheme: dark) {"
                "text { fill: #cbd5e1 } .title { fill: #f8fafc } .tick { fill: #94a3b8 } line { stroke: #475569 }"
                ".floor { fill: #64748b } .starmark { fill: #fb7185 } .peer { fill: #60a5fa }"
                "}"
            }
            text.title x="16" y="20" { "Rendering time with 64 inputs in turn, as a multiple of the practical floor" }
            text x="16" y="36" { "Logarithmic. Left of the line: copying the finished output. Shorter is faster." }
            @for panel in &panels { (panel) }
        }
    };
    picture.into_string()
}

/// Variants of an engine are in the tables.
fn is_drawn(row: &Row) -> bool {
    !row.engine.contains(',') && !row.engine.ends_with("functions") && row.engine != BOUND
}

/// The name of a workload, and what ratio 1 is.
fn title(table: &Table) -> String {
    let bound = table.rows.iter().find(|row| row.engine == BOUND);
    let floor = bound.map(|row| format!(" · floor {}", time(row)));
    [table.name, &floor.unwrap_or_default()].concat()
}

fn panel(left: i32, top: i32, title: &str, rows: &[&Row]) -> Markup {
    let floor = left + FLOOR;
    let count = i32::try_from(rows.len()).unwrap_or_default();
    let (first, last) = (top + HEAD, top + HEAD + count * LINE);
    html! {
        svg::g {
            text.title x=(left + 16) y=(top + 16) { (title) }
            @for (ratio, text) in [(1.0, "1×"), (10.0, "10×"), (100.0, "100×")] {
                line x1=(floor + length(ratio)) x2=(floor + length(ratio)) y1=(first - 4) y2=(last) {}
                text.tick x=(floor + length(ratio)) y=(first - 7) { (text) }
            }
            @for (i, row) in (0..).zip(rows) { (bar(floor, first + i * LINE, row)) }
        }
    }
}

fn bar(floor: i32, top: i32, row: &Row) -> Markup {
    let length = length(row.varied.to_bound);
    let class = match row.engine {
        MEMCPY => "floor",
        engine if engine.starts_with("starmark") => "starmark",
        _ => "peer",
    };
    html! {
        svg::text.name.(class) x=(floor + length.min(0) - 5) y=(top + 10) { (row.engine) }
        svg::rect.(class) x=(floor + length.min(0)) y=(top + 1) width=(length.abs().max(1)) height=(LINE - 3) rx="2" {}
        svg::text x=(floor + length.max(0) + 5) y=(top + 10) { (label(row)) }
    }
}

#[expect(
    clippy::cast_possible_truncation,
    reason = "a picture is not that large"
)]
fn length(ratio: f64) -> i32 {
    (ratio.log10() * f64::from(DECADE)).round() as i32
}

/// The ratio and the time.
fn label(row: &Row) -> String {
    let ratio = row.varied.to_bound;
    let places = usize::from(ratio < 10.0) + usize::from(ratio < 1.0);
    format!("{ratio:.places$}× · {}", time(row))
}

/// The time with as many digits as mean something.
fn time(row: &Row) -> String {
    let (time, unit) = match row.varied.nanoseconds {
        time if time < 1e3 => (time, "ns"),
        time if time < 1e6 => (time / 1e3, "µs"),
        time => (time / 1e6, "ms"),
    };
    let places = usize::from(time < 100.0);
    format!("{time:.places$} {unit}")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::allocations::Count;
    use crate::report::Figures;

    #[test]
    fn a_bar_for_each_engine() {
        let row = |engine, nanoseconds: f64| Row {
            engine,
            same: figures(nanoseconds),
            varied: figures(nanoseconds),
            allocations: Count::default(),
            instructions: None,
        };
        let table = Table {
            name: "teams",
            about: "",
            bytes: 0,
            rows: vec![row("memcpy", 10.0), row(BOUND, 100.0), row("maud", 1_000.0)],
        };
        let picture = chart(&[table]);
        assert!(
            picture.contains("<rect class=\"peer\" x=\"220\" y=\"94\" width=\"68\" height=\"12\"")
        );
        assert!(picture.contains("<rect class=\"floor\" x=\"152\""));
        assert!(picture.contains("10× · 1.0 µs"));
    }

    fn figures(nanoseconds: f64) -> Figures {
        Figures {
            nanoseconds,
            to_bound: nanoseconds / 100.0,
            to_macro: 1.0,
        }
    }
}
