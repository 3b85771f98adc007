//! What the command line asks for.

use crate::race::Race;
use crate::workloads::RACES;

/// How to call the race.
pub const USAGE: &str = "\
cargo bench -p starmark-benches --bench race -- [workload..] [--rounds N] [--instructions] [--write]

  workload        one of the names below, or all of them if none is given, and the scaling check
  --rounds N      how often each engine is timed (101); its median counts
  --instructions  count instructions of the fastest engines with valgrind, which is slow
  --write         write benches/results.md and benches/race.svg, which takes all workloads
";

/// What to do.
#[derive(Debug)]
pub enum Command {
    /// Compare, and print tables.
    Compare(Options),
    /// Render so often, and print nothing: something to count instructions of.
    Count {
        /// The name of a workload.
        workload: String,
        /// The name of an engine.
        engine: String,
        /// How many renders.
        times: u32,
    },
}

/// How to compare.
#[derive(Debug)]
pub struct Options {
    /// The names of workloads; none means all.
    pub workloads: Vec<String>,
    /// How many rounds.
    pub rounds: usize,
    /// Whether to count instructions.
    pub instructions: bool,
    /// Whether to write files.
    pub write: bool,
}

impl Options {
    /// The races that were chosen.
    #[must_use]
    pub fn races(&self) -> Vec<&'static dyn Race> {
        let chosen = |race: &&dyn Race| {
            self.workloads.is_empty() || self.workloads.iter().any(|name| name == race.name())
        };
        RACES.into_iter().filter(chosen).collect()
    }
}

/// Reads the arguments behind the program's name.
///
/// # Errors
///
/// If they are not what [`USAGE`] says.
pub fn parse(arguments: impl IntoIterator<Item = String>) -> Result<Command, String> {
    // cargo says `--bench` to every benchmark.
    let mut arguments = arguments
        .into_iter()
        .filter(|it| it != "--bench")
        .peekable();
    if arguments.next_if(|it| it == "count").is_some() {
        return count(arguments.collect());
    }
    let mut options = Options {
        workloads: Vec::new(),
        rounds: 101,
        instructions: false,
        write: false,
    };
    while let Some(argument) = arguments.next() {
        match argument.as_str() {
            "--instructions" => options.instructions = true,
            "--write" => options.write = true,
            "--rounds" => options.rounds = rounds(arguments.next())?,
            name if RACES.iter().any(|race| race.name() == name) => {
                options.workloads.push(argument);
            }
            name => {
                return Err(format!(
                    "there is no workload and no option `{name}`: {}",
                    names()
                ));
            }
        }
    }
    if options.write && !options.workloads.is_empty() {
        let rule = "`--write` writes one report of all workloads";
        return Err(format!(
            "{rule}: leave out `{}`",
            options.workloads.join(" ")
        ));
    }
    Ok(Command::Compare(options))
}

fn count(arguments: Vec<String>) -> Result<Command, String> {
    let [workload, engine, times] = <[String; 3]>::try_from(arguments)
        .map_err(|_| "`count` counts renders: write `count <workload> <engine> <times>`")?;
    let times = times
        .parse()
        .map_err(|_| format!("`{times}` is no number of renders: write `100`"))?;
    Ok(Command::Count {
        workload,
        engine,
        times,
    })
}

fn rounds(argument: Option<String>) -> Result<usize, String> {
    let rounds = argument.and_then(|it| it.parse().ok());
    rounds.filter(|rounds| *rounds > 0).ok_or_else(|| {
        "`--rounds` takes how often each engine is timed: write `--rounds 101`".to_owned()
    })
}

fn names() -> String {
    let names = RACES.map(|race| format!("`{}`", race.name()));
    format!("the workloads are {}", names.join(", "))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parsed(line: &str) -> Result<Command, String> {
        parse(line.split_whitespace().map(str::to_owned))
    }

    #[test]
    fn a_choice_of_workloads() {
        let Ok(Command::Compare(options)) = parsed("--bench teams --rounds 7 kanban") else {
            panic!("it is what the usage says");
        };
        let names: Vec<&str> = options.races().iter().map(|race| race.name()).collect();
        assert_eq!((names, options.rounds), (vec!["teams", "kanban"], 7));
    }

    #[test]
    fn mistakes_say_what_to_write() {
        for (line, hint) in [
            ("kanbn", "`kanban`"),
            ("--rounds none", "write `--rounds 101`"),
            ("--write teams", "leave out `teams`"),
            ("count teams", "write `count <workload> <engine> <times>`"),
        ] {
            let error = parsed(line).expect_err("a mistake");
            assert!(error.contains(hint), "{error}");
        }
    }
}
