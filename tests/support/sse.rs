//! A parser of event streams, written from the WHATWG text, and the data lines of Datastar on top.
//! <https://html.spec.whatwg.org/multipage/server-sent-events.html#event-stream-interpretation>

use std::collections::BTreeMap;

/// What the standard dispatches.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Message {
    pub(crate) event: String,
    pub(crate) data: String,
    pub(crate) id: String,
    pub(crate) retry: Option<u64>,
}

impl Message {
    /// The arguments of a Datastar event: lines of data with the same key belong together.
    pub(crate) fn arguments(&self) -> BTreeMap<String, String> {
        let mut arguments: BTreeMap<String, Vec<&str>> = BTreeMap::new();
        for line in self.data.split('\n') {
            // The client takes the last character of a line without a space for the space.
            let without_space = || {
                line.char_indices()
                    .last()
                    .map_or(("", ""), |(last, _)| (&line[..last], ""))
            };
            let (key, rest) = line.split_once(' ').unwrap_or_else(without_space);
            arguments.entry(key.to_owned()).or_default().push(rest);
        }
        arguments
            .into_iter()
            .map(|(key, lines)| (key, lines.join("\n")))
            .collect()
    }
}

/// Takes bytes in chunks of any size.
#[derive(Debug, Default)]
pub(crate) struct Parser {
    line: Vec<u8>,
    after_cr: bool,
    after_first_line: bool,
    data: Vec<String>,
    message: Message,
}

impl Parser {
    /// The messages that `bytes` complete.
    pub(crate) fn push(&mut self, bytes: &[u8]) -> Vec<Message> {
        let mut messages = Vec::new();
        for &byte in bytes {
            let line_feed_of_crlf = byte == b'\n' && self.after_cr;
            self.after_cr = byte == b'\r';
            match byte {
                b'\n' if line_feed_of_crlf => {}
                b'\r' | b'\n' => messages.extend(self.end_line()),
                byte => self.line.push(byte),
            }
        }
        messages
    }

    fn end_line(&mut self) -> Option<Message> {
        let line = String::from_utf8_lossy(&std::mem::take(&mut self.line)).into_owned();
        let bom = if self.after_first_line {
            None
        } else {
            line.strip_prefix('\u{FEFF}')
        };
        self.after_first_line = true;
        let line = bom.unwrap_or(&line);
        if line.is_empty() {
            return self.dispatch();
        }
        let (field, value) = line.split_once(':').unwrap_or((line, ""));
        self.field(field, value.strip_prefix(' ').unwrap_or(value));
        None
    }

    fn field(&mut self, field: &str, value: &str) {
        match field {
            "event" => value.clone_into(&mut self.message.event),
            "data" => self.data.push(value.to_owned()),
            "id" if !value.contains('\0') => value.clone_into(&mut self.message.id),
            "retry" if value.bytes().all(|byte| byte.is_ascii_digit()) => {
                self.message.retry = value.parse().ok();
            }
            _ => {}
        }
    }

    fn dispatch(&mut self) -> Option<Message> {
        let data = std::mem::take(&mut self.data);
        let id = self.message.id.clone();
        let message = std::mem::replace(
            &mut self.message,
            Message {
                id,
                ..Message::default()
            },
        );
        (!data.is_empty()).then(|| Message {
            data: data.join("\n"),
            ..message
        })
    }
}

/// The messages of a complete stream.
pub(crate) fn parse(stream: &str) -> Vec<Message> {
    Parser::default().push(stream.as_bytes())
}

/// The only message of a frame, which must be complete and nothing more.
#[track_caller]
pub(crate) fn parse_one(frame: &str) -> Message {
    let mut parser = Parser::default();
    let messages = parser.push(frame.as_bytes());
    assert_eq!(messages.len(), 1, "{frame:?}");
    assert!(
        parser.line.is_empty() && parser.data.is_empty(),
        "{frame:?} is not complete"
    );
    messages.into_iter().next().unwrap_or_default()
}
