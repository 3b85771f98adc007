//! What was measured, and the tables that say so.

use std::fmt;

use crate::allocations::Count;
use crate::measure::Times;
use crate::race::{BOUND, Case, MACRO, MEMCPY, Race};

/// How many inputs are rendered in turn.
pub const INPUTS: u64 = 64;

/// The figures of one workload.
#[derive(Debug)]
pub struct Table {
    /// The name of the workload.
    pub name: &'static str,
    /// What it is.
    pub about: &'static str,
    /// How large the output of the first input is.
    pub bytes: usize,
    /// The fastest engine first.
    pub rows: Vec<Row>,
}

/// The figures of one engine.
#[derive(Debug)]
pub struct Row {
    /// Its name.
    pub engine: &'static str,
    /// With one input again and again.
    pub same: Figures,
    /// With [`INPUTS`] inputs in turn.
    pub varied: Figures,
    /// What one render asks of the allocator.
    pub allocations: Count,
    /// How many instructions one render takes.
    pub instructions: Option<u64>,
}

/// A time, and how it compares.
#[derive(Debug, Clone, Copy)]
pub struct Figures {
    /// Nanoseconds per render.
    pub nanoseconds: f64,
    /// The ratio to [`BOUND`].
    pub to_bound: f64,
    /// The ratio to [`MACRO`].
    pub to_macro: f64,
}

impl Table {
    /// Measures a workload, saying on stderr how far it is.
    #[must_use]
    pub fn measure(race: &dyn Race, rounds: usize) -> Self {
        eprint!("{}: comparing outputs", race.name());
        (0..INPUTS).for_each(|seed| race.assert_equal(seed));
        eprint!(", one input");
        let cases = race.cases(1);
        let same = figures(&cases, rounds);
        eprint!(", {INPUTS} inputs");
        let varied = figures(&race.cases(INPUTS), rounds);
        eprintln!();
        let columns = cases.iter().zip(same.into_iter().zip(varied));
        let mut rows: Vec<Row> = columns
            .map(|(case, (same, varied))| Row {
                engine: case.engine,
                same,
                varied,
                allocations: case.allocations(),
                instructions: None,
            })
            .collect();
        rows.sort_by(|a, b| a.varied.nanoseconds.total_cmp(&b.varied.nanoseconds));
        Self {
            name: race.name(),
            about: race.about(),
            bytes: race.finished(0).len(),
            rows,
        }
    }

    /// The rows to count instructions for: the practical floor, the macro, and the four fastest engines.
    pub fn fastest(&mut self) -> impl Iterator<Item = &mut Row> {
        let engines = self.rows.iter().map(|row| row.engine);
        let fastest: Vec<&str> = engines
            .filter(|it| ![BOUND, MEMCPY].contains(it))
            .take(4)
            .collect();
        self.rows.iter_mut().filter(move |row| {
            [BOUND, MACRO].contains(&row.engine) || fastest.contains(&row.engine)
        })
    }
}

fn figures(cases: &[Case], rounds: usize) -> Vec<Figures> {
    let times = Times::measure(cases, rounds);
    let find = |name| cases.iter().position(|case| case.engine == name);
    let [bound, own] = [BOUND, MACRO].map(|name| find(name).expect("every race has it"));
    (0..cases.len())
        .map(|case| Figures {
            nanoseconds: times.nanoseconds(case),
            to_bound: times.ratio(case, bound),
            to_macro: times.ratio(case, own),
        })
        .collect()
}

impl fmt::Display for Table {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let counted = self.rows.iter().any(|row| row.instructions.is_some());
        writeln!(
            f,
            "## {}\n\n{} {} bytes.\n",
            self.name,
            self.about,
            integer(self.bytes as u64)
        )?;
        f.write_str("| engine | same input, ns | to bound | to macro | 64 inputs, ns | to bound | to macro | allocations + reallocations | bytes asked for |")?;
        f.write_str(if counted { " instructions |\n" } else { "\n" })?;
        f.write_str("|---|--:|--:|--:|--:|--:|--:|--:|--:|")?;
        f.write_str(if counted { "--:|\n" } else { "\n" })?;
        for row in &self.rows {
            write!(f, "| {} | {} | {} |", row.engine, row.same, row.varied)?;
            let Count {
                allocations,
                reallocations,
                bytes,
            } = row.allocations;
            write!(f, " {allocations} + {reallocations} | {} |", integer(bytes))?;
            match row.instructions {
                Some(instructions) => writeln!(f, " {} |", integer(instructions))?,
                None if counted => f.write_str(" |\n")?,
                None => f.write_str("\n")?,
            }
        }
        Ok(())
    }
}

impl fmt::Display for Figures {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let time = nanoseconds(self.nanoseconds);
        write!(f, "{time} | {:.2} | {:.2}", self.to_bound, self.to_macro)
    }
}

/// A time with as many digits as mean something.
fn nanoseconds(time: f64) -> String {
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "a time of less than an hour"
    )]
    let whole = time.round() as u64;
    if whole < 100 {
        format!("{time:.1}")
    } else {
        integer(whole)
    }
}

/// An integer with its digits in threes.
#[must_use]
pub fn integer(integer: u64) -> String {
    let digits = integer.to_string();
    let mut text = String::new();
    for (i, digit) in digits.chars().enumerate() {
        if i > 0 && (digits.len() - i).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn integers_are_read_in_threes() {
        let texts = [7, 100, 1_000, 123_456, 1_234_567].map(integer);
        assert_eq!(texts, ["7", "100", "1,000", "123,456", "1,234,567"]);
    }
}
