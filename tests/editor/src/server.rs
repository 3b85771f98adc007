//! rust-analyzer as a process: messages out, messages in, each awaited for a limited time.

use std::fmt::Debug;
use std::io::{BufReader, Write as _};
use std::process::{Child, ChildStdin, Command, Stdio};
use std::sync::mpsc::{Receiver, RecvTimeoutError, channel};
use std::thread;
use std::time::{Duration, Instant};

use lsp_server::{Message, Notification, Request, RequestId, Response};
use lsp_types::notification::Notification as Notice;
use lsp_types::request::Request as Question;
use serde_json::{Value, json};

use crate::Project;

/// How long an answer may take; most take milliseconds.
const ANSWER: Duration = Duration::from_secs(30);
/// How long the project may take to load: its macros and their dependencies are built.
const LOADING: Duration = Duration::from_secs(300);

/// A running rust-analyzer.
#[derive(Debug)]
pub struct Server {
    process: Child,
    input: ChildStdin,
    messages: Receiver<Message>,
    requests: i32,
    /// What it last said of itself.
    status: Value,
}

impl Server {
    /// Starts rust-analyzer on a project and waits until it has loaded it.
    ///
    /// # Panics
    ///
    /// If it does not start, or does not finish loading.
    pub fn start(project: &Project) -> Self {
        let mut process = Command::new("rust-analyzer")
            .current_dir(project.root())
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .expect("rust-analyzer starts: `rustup component add rust-analyzer`");
        let input = process.stdin.take().expect("it was asked for");
        let mut output = BufReader::new(process.stdout.take().expect("it was asked for"));
        let (sender, messages) = channel();
        // A thread, because a read of a pipe knows no timeout.
        thread::spawn(move || {
            while let Ok(Some(message)) = Message::read(&mut output) {
                if sender.send(message).is_err() {
                    break;
                }
            }
        });
        let mut server = Self {
            process,
            input,
            messages,
            requests: 0,
            status: Value::Null,
        };
        server.initialize(project);
        server
    }

    fn initialize(&mut self, project: &Project) {
        let root = url::Url::from_file_path(project.root()).expect("the path is absolute");
        let parameters = json!({
            "processId": std::process::id(),
            "capabilities": {
                "general": { "positionEncodings": ["utf-8"] },
                "textDocument": { "diagnostic": {}, "hover": { "contentFormat": ["plaintext"] } },
                "workspace": { "workspaceEdit": { "documentChanges": true } },
                "experimental": { "serverStatusNotification": true },
            },
            "workspaceFolders": [{ "uri": root.as_str(), "name": "fixture" }],
            "initializationOptions": {
                "cargo": {
                    "buildScripts": { "enable": true },
                    "extraArgs": ["--offline"],
                    "targetDir": project.target(),
                },
                "procMacro": { "enable": true },
                "checkOnSave": false,
                "diagnostics": { "experimental": { "enable": true } },
                "cachePriming": { "enable": false },
            },
        });
        let parameters = serde_json::from_value(parameters).expect("these are the parameters");
        self.ask::<lsp_types::request::Initialize>(parameters);
        self.tell::<lsp_types::notification::Initialized>(lsp_types::InitializedParams {});
        self.await_loaded();
    }

    /// Waits until nothing is going on any more.
    fn await_loaded(&mut self) {
        let end = Instant::now() + LOADING;
        while self.status["quiescent"] != true {
            let message = self.receive(end, "to load the fixture");
            self.note(message);
        }
        let health = &self.status["health"];
        assert!(
            health == "ok",
            "rust-analyzer has trouble with the fixture: {}",
            self.status
        );
    }

    /// Sends a request and waits for its answer.
    ///
    /// # Panics
    ///
    /// If the answer is an error, or does not come in time.
    pub fn ask<Q: Question>(&mut self, parameters: Q::Params) -> Q::Result
    where
        Q::Params: Debug,
    {
        self.requests += 1;
        let id = RequestId::from(self.requests);
        let asked = format!("{} {parameters:?}", Q::METHOD);
        let parameters = serde_json::to_value(parameters).expect("parameters are JSON");
        let request = Request::new(id.clone(), Q::METHOD.to_owned(), parameters);
        self.send(&request.into());
        let end = Instant::now() + ANSWER;
        loop {
            match self.receive(end, &asked) {
                Message::Response(response) if response.id == id => {
                    return answer::<Q>(response, &asked);
                }
                message => self.note(message),
            }
        }
    }

    /// The next message, which has to come in time.
    fn receive(&self, end: Instant, asked: &str) -> Message {
        let left = end.saturating_duration_since(Instant::now());
        match self.messages.recv_timeout(left) {
            Ok(message) => message,
            Err(RecvTimeoutError::Timeout) => panic!(
                "rust-analyzer took too long; it was asked {asked}, and last said {}",
                self.status
            ),
            Err(RecvTimeoutError::Disconnected) => panic!(
                "rust-analyzer ended; is it installed (`rustup component add rust-analyzer`)? It was asked {asked}"
            ),
        }
    }

    /// Sends a notification.
    ///
    /// # Panics
    ///
    /// If rust-analyzer is gone.
    pub fn tell<N: Notice>(&mut self, parameters: N::Params) {
        let parameters = serde_json::to_value(parameters).expect("parameters are JSON");
        self.send(&Notification::new(N::METHOD.to_owned(), parameters).into());
    }

    fn send(&mut self, message: &Message) {
        let sent = message.write(&mut self.input);
        sent.and_then(|()| self.input.flush())
            .expect("rust-analyzer is still there");
    }

    /// Takes what was not asked for: the state of the server, and its own requests.
    fn note(&mut self, message: Message) {
        match message {
            Message::Notification(notice) if notice.method == "experimental/serverStatus" => {
                self.status = notice.params;
            }
            // Progress to be shown, files to be watched: there is nobody who would.
            Message::Request(request) => {
                self.send(&Response::new_ok(request.id, Value::Null).into());
            }
            Message::Notification(_) | Message::Response(_) => {}
        }
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        // It has nothing to save, and the answer to a polite `shutdown` may never come.
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

fn answer<Q: Question>(response: Response, asked: &str) -> Q::Result {
    let result = response
        .response_result
        .unwrap_or_else(|error| panic!("rust-analyzer refused: {}\n{asked}", error.message));
    serde_json::from_value(result).unwrap_or_else(|error| panic!("{error}\n{asked}"))
}
