//! The race; `benches/README.md` says how to run it and how to read it.

use std::path::Path;
use std::process::ExitCode;
use std::{env, fs};

use starmark_benches::allocations::Counting;
use starmark_benches::chart::chart;
use starmark_benches::instructions;
use starmark_benches::options::{Command, Options, USAGE, parse};
use starmark_benches::report::Table;
use starmark_benches::scaling::Scaling;
use starmark_benches::workloads::RACES;

#[global_allocator]
static ALLOCATOR: Counting = Counting;

fn main() -> ExitCode {
    let done = parse(env::args().skip(1)).and_then(|command| match command {
        Command::Compare(options) => compare(&options),
        Command::Count {
            workload,
            engine,
            times,
        } => count(&workload, &engine, times),
    });
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{error}\n\n{USAGE}");
            ExitCode::FAILURE
        }
    }
}

/// Renders again and again.
fn count(workload: &str, engine: &str, times: u32) -> Result<(), String> {
    let race = RACES.into_iter().find(|race| race.name() == workload);
    let cases = race.map(|race| race.cases(1)).unwrap_or_default();
    let case = cases.iter().find(|case| case.engine == engine);
    case.ok_or_else(|| format!("`{workload}` is not rendered by `{engine}`"))?
        .run(times);
    Ok(())
}

fn compare(options: &Options) -> Result<(), String> {
    let mut tables = Vec::new();
    for race in options.races() {
        let mut table = Table::measure(race, options.rounds);
        if options.instructions {
            count_instructions(&mut table)?;
        }
        println!("{table}");
        tables.push(table);
    }
    if options.workloads.is_empty() {
        let scaling = Scaling::measure(options.rounds);
        println!("{scaling}");
        if options.write {
            write(&tables, &scaling)
                .map_err(|error| format!("the report cannot be written: {error}"))?;
        }
    }
    Ok(())
}

fn count_instructions(table: &mut Table) -> Result<(), String> {
    let workload = table.name;
    for row in table.fastest() {
        eprintln!("{workload}: instructions of {}", row.engine);
        row.instructions = Some(instructions::count(workload, row.engine)?);
    }
    Ok(())
}

fn write(tables: &[Table], scaling: &Scaling) -> std::io::Result<()> {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    let intro = "Written by `cargo bench -p starmark-benches --bench race -- --write`; \
                 [README.md](README.md) says how to read them.";
    let parts: Vec<String> = tables.iter().map(Table::to_string).collect();
    let text = parts.join("\n");
    fs::write(
        here.join("results.md"),
        format!("# Results\n\n{intro}\n\n{text}\n{scaling}"),
    )?;
    fs::write(here.join("race.svg"), chart(tables))
}
