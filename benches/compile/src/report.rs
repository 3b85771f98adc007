//! The figures as tables: medians, and how often maud's median they are.

use std::fmt::Write as _;
use std::time::Duration;

use crate::measure::Taken;
use crate::{Runner, STEPS};

/// A table by processor time, and one by the clock.
pub(crate) fn tables(runners: &[Runner], rounds: usize) -> String {
    let mut out = format!(
        "Medians of {rounds} rounds, in seconds; in brackets, how often the first row's.\n\n"
    );
    let columns = STEPS.join(" | ");
    let rule = "|--:".repeat(STEPS.len());
    for (title, by) in [
        (
            "Processor time",
            (|taken| taken.cpu) as fn(&Taken) -> Duration,
        ),
        ("Wall clock", |taken| taken.wall),
    ] {
        let _ = writeln!(out, "**{title}**\n\n| library | {columns} |\n|---{rule}|");
        for runner in runners {
            let _ = write!(out, "| {} ", runner.peer.name);
            for step in 0..STEPS.len() {
                let seconds = median(runner, step, by);
                let times = seconds / median(&runners[0], step, by);
                let _ = write!(out, "| {seconds:.2} ({times:.2}) ");
            }
            out.push_str("|\n");
        }
        out.push('\n');
    }
    out.push_str("**Size**\n\n| library | crates | stripped program, kB |\n|---|--:|--:|\n");
    for runner in runners {
        let _ = writeln!(
            out,
            "| {} | {} | {} |",
            runner.peer.name,
            runner.crates,
            runner.bytes / 1000
        );
    }
    out
}

fn median(runner: &Runner, step: usize, by: fn(&Taken) -> Duration) -> f64 {
    let mut seconds: Vec<f64> = runner.taken[step]
        .iter()
        .map(|taken| by(taken).as_secs_f64())
        .collect();
    seconds.sort_by(f64::total_cmp);
    seconds.get(seconds.len() / 2).copied().unwrap_or(f64::NAN)
}
