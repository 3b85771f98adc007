//! How long templates take to compile, beside other libraries.
//!
//! `cargo run -p starmark-compile-race -- [ROUNDS] [PEER …]` writes a program of 200 pages for each library, asserts
//! that all print the same, and measures in rounds, one library after the other, so that a busy machine is busy for
//! all. The packages stay in `target/compile-race`.

mod measure;
mod page;
mod peer;
mod report;

use std::io;
use std::path::{Path, PathBuf};

use measure::{Package, Taken};
use peer::Peer;

const PAGES: usize = 200;
/// Cold builds and releases take long and vary little.
const SLOW_ROUNDS: usize = 3;

/// What is measured, in the order of the columns.
pub(crate) const STEPS: [&str; 6] = [
    "dependencies, cold",
    "check",
    "build",
    "check after an edit",
    "build after an edit",
    "release",
];

/// A library on the way through the rounds.
pub(crate) struct Runner {
    pub(crate) peer: Peer,
    directory: PathBuf,
    empty: Package,
    full: Package,
    pub(crate) crates: usize,
    /// The stripped program.
    pub(crate) bytes: u64,
    pub(crate) taken: [Vec<Taken>; STEPS.len()],
}

fn main() -> io::Result<()> {
    let mut arguments: Vec<String> = std::env::args().skip(1).collect();
    let rounds = match arguments.first().and_then(|rounds| rounds.parse().ok()) {
        Some(rounds) => {
            arguments.remove(0);
            rounds
        }
        None => 5,
    };
    let peers = peer::all().into_iter();
    let is_chosen =
        |peer: &Peer| arguments.is_empty() || arguments.iter().any(|name| *name == peer.name);
    let runners = peers.filter(is_chosen).map(Runner::new);
    let mut runners: Vec<Runner> = runners.collect::<io::Result<_>>()?;
    assert_equal_pages(&runners)?;
    for round in 0..rounds {
        eprintln!("round {} of {rounds}", round + 1);
        for runner in &mut runners {
            runner.round(round)?;
        }
    }
    print!("{}", report::tables(&runners, rounds));
    Ok(())
}

/// What compiles fastest is no use if it prints something else.
fn assert_equal_pages(runners: &[Runner]) -> io::Result<()> {
    let mut first = None;
    for runner in runners {
        let output = runner
            .full
            .run(&["run", "--quiet"], &runner.target("plain"), false)?;
        let (name, pages) = (runner.peer.name, output.stdout);
        let (first_name, first_pages) = first.get_or_insert_with(|| (name, pages.clone()));
        assert!(
            *first_pages == pages,
            "{first_name} and {name} print different pages"
        );
    }
    Ok(())
}

impl Runner {
    fn new(peer: Peer) -> io::Result<Self> {
        let directory = target_directory().join("compile-race").join(peer.name);
        let main = [("src/main.rs".to_owned(), "fn main() {}\n".to_owned())];
        let empty = Package::create(directory.join("empty"), &peer.dependency, &main)?;
        let files = peer.files(&page::all(PAGES, 0));
        let full = Package::create(directory.join("full"), &peer.dependency, &files)?;
        let target = directory.join("plain");
        empty.run(&["fetch"], &target, false)?;
        Ok(Self {
            crates: empty.crates(&target)?,
            bytes: 0,
            taken: Default::default(),
            peer,
            directory,
            empty,
            full,
        })
    }

    fn target(&self, name: &str) -> PathBuf {
        self.directory.join(name)
    }

    fn round(&mut self, round: usize) -> io::Result<()> {
        let plain = self.target("plain");
        let incremental = self.target("incremental");
        if round == 0 {
            // What is measured is the program, not what it stands on.
            for command in [&["check"][..], &["build", "--release"]] {
                self.full.run(command, &plain, false)?;
            }
            for command in ["check", "build"] {
                self.full.run(&[command], &incremental, true)?;
            }
        }
        if round < SLOW_ROUNDS {
            self.cold()?;
        }
        self.step(1, &["check"], &plain, false)?;
        self.step(2, &["build"], &plain, false)?;
        for (step, command) in [(3, "check"), (4, "build")] {
            let files = self.peer.files(&page::all(PAGES, 2 * round + step));
            files
                .iter()
                .try_for_each(|(path, text)| self.full.write(path, text))?;
            self.step(step, &[command], &incremental, true)?;
        }
        if round < SLOW_ROUNDS {
            self.step(5, &["build", "--release"], &plain, false)?;
            self.bytes = plain.join("release/race").metadata()?.len();
        }
        Ok(())
    }

    /// The dependencies alone, of a package that uses none of them.
    fn cold(&mut self) -> io::Result<()> {
        let target = self.target("cold");
        if target.exists() {
            std::fs::remove_dir_all(&target)?;
        }
        let taken = self.empty.cargo(&["build"], &target, false)?;
        self.taken[0].push(taken);
        Ok(())
    }

    fn step(
        &mut self,
        step: usize,
        arguments: &[&str],
        target: &Path,
        incremental: bool,
    ) -> io::Result<()> {
        self.full.touch()?;
        let taken = self.full.cargo(arguments, target, incremental)?;
        self.taken[step].push(taken);
        Ok(())
    }
}

/// Where cargo puts what it builds: this program is in there, too.
fn target_directory() -> PathBuf {
    let program = std::env::current_exe().unwrap_or_default();
    program
        .ancestors()
        .nth(2)
        .map_or_else(|| "target".into(), Path::to_owned)
}
