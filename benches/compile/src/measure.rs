//! Runs cargo and takes the time.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};
use std::time::{Duration, Instant};

/// What a command took.
#[derive(Clone, Copy)]
pub(crate) struct Taken {
    /// By the clock on the wall.
    pub(crate) wall: Duration,
    /// Of all processors, which other programs on the machine disturb less.
    pub(crate) cpu: Duration,
}

/// A package in a directory of its own.
pub(crate) struct Package {
    directory: PathBuf,
}

impl Package {
    /// Writes a package with one dependency.
    pub(crate) fn create(
        directory: PathBuf,
        dependency: &str,
        files: &[(String, String)],
    ) -> io::Result<Self> {
        let manifest = format!(
            "[package]\nname = \"race\"\nversion = \"0.1.0\"\nedition = \"2024\"\n\n[dependencies]\n{dependency}\n\n\
             [profile.release]\nstrip = true\n\n[workspace]\n"
        );
        let package = Self { directory };
        package.write("Cargo.toml", &manifest)?;
        for (path, text) in files {
            package.write(path, text)?;
        }
        Ok(package)
    }

    /// Writes a file, if it is not there yet with the same text.
    pub(crate) fn write(&self, path: &str, text: &str) -> io::Result<()> {
        let path = self.directory.join(path);
        if fs::read_to_string(&path).is_ok_and(|old| old == text) {
            return Ok(());
        }
        fs::create_dir_all(path.parent().unwrap_or(&self.directory))?;
        fs::write(path, text)
    }

    /// Makes cargo compile the package again.
    pub(crate) fn touch(&self) -> io::Result<()> {
        let file = fs::File::options()
            .append(true)
            .open(self.directory.join("src/main.rs"))?;
        file.set_modified(std::time::SystemTime::now())
    }

    /// Runs cargo with its output in `target`, which keeps incremental files if that is asked for.
    pub(crate) fn cargo(
        &self,
        arguments: &[&str],
        target: &Path,
        incremental: bool,
    ) -> io::Result<Taken> {
        let (cpu, start) = (cpu_of_children()?, Instant::now());
        self.run(arguments, target, incremental)?;
        Ok(Taken {
            wall: start.elapsed(),
            cpu: cpu_of_children()?.saturating_sub(cpu),
        })
    }

    /// Runs cargo; what it prints is an error if it fails.
    pub(crate) fn run(
        &self,
        arguments: &[&str],
        target: &Path,
        incremental: bool,
    ) -> io::Result<Output> {
        let output = Command::new(env!("CARGO"))
            .args(arguments)
            .current_dir(&self.directory)
            .env("CARGO_TARGET_DIR", target)
            .env("CARGO_INCREMENTAL", if incremental { "1" } else { "0" })
            .output()?;
        if output.status.success() {
            return Ok(output);
        }
        let told = String::from_utf8_lossy(&output.stderr);
        let directory = self.directory.display();
        Err(io::Error::other(format!(
            "cargo {arguments:?} in {directory}:\n{told}"
        )))
    }

    /// How many crates the package stands on, in all.
    pub(crate) fn crates(&self, target: &Path) -> io::Result<usize> {
        let tree = [
            "tree",
            "--prefix",
            "none",
            "--edges",
            "normal,build",
            "--no-dedupe",
        ];
        let output = self.run(&tree, target, false)?;
        let tree = String::from_utf8_lossy(&output.stdout);
        let mut crates: Vec<_> = tree.lines().skip(1).collect();
        crates.sort_unstable();
        crates.dedup();
        Ok(crates.len())
    }
}

/// The processor time of all processes that this one has waited for, as Linux counts it.
fn cpu_of_children() -> io::Result<Duration> {
    /// How many a second has, on every architecture of today.
    const TICKS: f64 = 100.0;
    let stat = fs::read_to_string("/proc/self/stat")?;
    // Behind the name, which may contain anything: the state is the first field, these are the 14th and 15th.
    let fields = stat.rsplit(')').next().unwrap_or_default();
    let fields = fields.split_whitespace().skip(13).take(2);
    let ticks: f64 = fields.filter_map(|field| field.parse::<f64>().ok()).sum();
    Ok(Duration::from_secs_f64(ticks / TICKS))
}
