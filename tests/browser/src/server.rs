//! A program of the repository as a person runs it: built, and asked over HTTP.

use std::net::TcpListener;
use std::path::{Path, PathBuf};
use std::process::{Command, ExitStatus};
use std::time::Duration;

use crate::paths::{client, example};
use crate::process::Process;
use crate::session::agent;

/// A fresh process on a busy machine, before it says where it listens.
const START: Duration = Duration::from_secs(20);

/// A server that is asked to end has to close its streams, not to wait for them.
const END: Duration = Duration::from_secs(5);

/// A running program. It is killed when the value is dropped.
#[derive(Debug)]
pub struct Server {
    process: Process,
    program: PathBuf,
    arguments: Vec<String>,
    variables: Vec<(String, String)>,
    port: u16,
}

impl Server {
    /// Starts an example on a free port with `--dir <folder>`.
    ///
    /// # Panics
    ///
    /// Panics when the example is not built, ends, or does not print its address.
    #[track_caller]
    pub fn start(name: &str, folder: &Path) -> Self {
        let folder = folder.display().to_string();
        Self::program(&example(name), &["--dir", &folder])
    }

    /// Starts an example without arguments on a free port.
    ///
    /// # Panics
    ///
    /// Panics when the example is not built, ends, or does not print its address.
    #[track_caller]
    pub fn example(name: &str) -> Self {
        Self::program(&example(name), &[])
    }

    /// The same with variables in its environment.
    ///
    /// # Panics
    ///
    /// As [`example`](Self::example).
    #[track_caller]
    pub fn example_with(name: &str, variables: &[(&str, &str)]) -> Self {
        Self::launch(&example(name), &[], variables)
    }

    /// Starts a program on a free port, which it finds in the variable `PORT`.
    ///
    /// # Panics
    ///
    /// Panics when the program ends, or does not print its address.
    #[track_caller]
    pub fn program(program: &Path, arguments: &[&str]) -> Self {
        Self::launch(program, arguments, &[])
    }

    #[track_caller]
    fn launch(program: &Path, arguments: &[&str], variables: &[(&str, &str)]) -> Self {
        let arguments: Vec<String> = arguments.iter().copied().map(String::from).collect();
        let owned = |(name, value): &(&str, &str)| ((*name).to_owned(), (*value).to_owned());
        let variables: Vec<_> = variables.iter().map(owned).collect();
        let port = free_port();
        let process = run(program, &arguments, &variables, port);
        Self {
            process,
            program: program.to_owned(),
            arguments,
            variables,
            port,
        }
    }

    /// The port that it listens on.
    pub fn port(&self) -> u16 {
        self.port
    }

    /// The id of the process.
    pub fn id(&self) -> u32 {
        self.process.id()
    }

    /// The address of a path.
    pub fn url(&self, path: &str) -> String {
        format!("http://127.0.0.1:{}{path}", self.port)
    }

    /// Asks the server to end (SIGTERM) and waits until it has.
    #[track_caller]
    pub fn stop(&mut self) -> ExitStatus {
        self.process.terminate(END)
    }

    /// Ends the server as a crash does (SIGKILL).
    #[track_caller]
    pub fn kill(&mut self) {
        self.process.kill();
    }

    /// Starts the server again on the same port.
    #[track_caller]
    pub fn restart(&mut self) {
        self.process = run(&self.program, &self.arguments, &self.variables, self.port);
    }

    /// Everything the server has printed.
    pub fn output(&self) -> String {
        self.process.output()
    }

    /// The body of a plain GET, without a browser.
    ///
    /// # Panics
    ///
    /// Panics when the server does not answer with status 200.
    #[track_caller]
    pub fn get(&self, path: &str) -> String {
        let url = self.url(path);
        let mut response = agent(START).get(&url).call().expect("the server answers");
        assert_eq!(response.status(), 200, "GET {url}");
        response
            .body_mut()
            .read_to_string()
            .expect("the body is text")
    }
}

#[track_caller]
fn run(program: &Path, arguments: &[String], variables: &[(String, String)], port: u16) -> Process {
    let mut command = Command::new(program);
    command
        .args(arguments)
        .envs(variables.iter().cloned())
        .env("PORT", port.to_string())
        .env("DATASTAR_JS", client());
    let mut process = Process::start(&mut command);
    let address = format!("http://127.0.0.1:{port}");
    process.wait_for(START, |line| line.contains(&address).then_some(()));
    process
}

/// A port that was free a moment ago. Nothing else on the machine is likely to take it.
fn free_port() -> u16 {
    let listener = TcpListener::bind("127.0.0.1:0").expect("a port is free");
    listener
        .local_addr()
        .expect("a bound socket has an address")
        .port()
}
