//! The command line of Starmark: makes templates of HTML, formats templates, and checks pages.
//!
//! Each command is a module with its arguments, which clap reads, and a `run` that says how it went.

mod check;
mod convert;
mod files;
mod fmt;
mod report;

use std::process::ExitCode;

use clap::{Parser, Subcommand};

/// Typed HTML and Datastar in Rust: tools beside the macros.
#[derive(Debug, Parser)]
#[command(version, arg_required_else_help = true)]
#[command(after_help = "\
Examples:
  starmark convert page.html                a page as `html!`
  starmark convert --builder card.html      the same as plain functions
  starmark fmt                              every template under this folder, in order
  starmark check http://127.0.0.1:3000/     what Datastar would stumble over in a page

`starmark COMMAND --help` says more.")]
struct Arguments {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    Check(check::Check),
    Convert(convert::Convert),
    Fmt(fmt::Fmt),
}

/// How a command went, from good to bad.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Outcome {
    /// It did what it was asked to, or there was nothing to do.
    Fine,
    /// It was asked whether something is in order, and it is not.
    Differs,
    /// It could not do what it was asked to.
    Failed,
}

impl From<Outcome> for ExitCode {
    fn from(outcome: Outcome) -> Self {
        Self::from(outcome as u8)
    }
}

/// How much memory the calls within calls may take: elements in elements can be many thousands deep.
const STACK: usize = 256 << 20;

fn main() -> ExitCode {
    let command = Arguments::parse().command;
    let run = move || match command {
        Command::Check(check) => check.run(),
        Command::Convert(convert) => convert.run(),
        Command::Fmt(fmt) => fmt.run(),
    };
    let thread = std::thread::Builder::new().stack_size(STACK).spawn(run);
    let outcome = thread.map(std::thread::JoinHandle::join);
    // A panic has said what it is.
    outcome
        .ok()
        .and_then(Result::ok)
        .unwrap_or(Outcome::Failed)
        .into()
}
