//! The only code that writes the fields of an event.
//!
//! A frame is opened with its last field, the payload, because that is what most of the bytes are: a patch
//! without options is finished by adding its blank line. Options are inserted before the payload when the
//! frame is closed. The buffer keeps the payload on one line, and says so unless something trusted was added that
//! may break it: only then the payload is read, and written again line by line.
//! <https://html.spec.whatwg.org/multipage/server-sent-events.html#parsing-an-event-stream>

use std::time::Duration;

use super::{Event, EventId};
use crate::buffer::{Buffer, Size};

/// Bytes around most payloads.
const ENVELOPE: usize = 128;

/// The client's own interval, which is not worth a line.
const DEFAULT_RETRY: Duration = Duration::from_secs(1);

/// What any event can carry: the id it leaves behind, and when to reconnect.
#[derive(Debug, Clone, Default)]
pub(super) struct Envelope {
    pub(super) id: Option<EventId>,
    pub(super) retry: Option<Duration>,
}

/// An event under construction.
#[derive(Debug, Clone)]
pub(super) struct Frame {
    buffer: Buffer,
    key: &'static str,
    /// Where options go: after the name of the event.
    options: usize,
    /// Where the payload begins, after its key.
    payload: usize,
}

impl Frame {
    /// Begins the event `name`, whose payload `write` appends, as long as those of the caller are.
    #[track_caller]
    pub(super) fn open(
        name: &'static str,
        key: &'static str,
        write: impl FnOnce(&mut Buffer),
    ) -> Self {
        let size = Size::of_caller();
        let mut buffer = Buffer::with_capacity(size.expected() + ENVELOPE);
        push(&mut buffer, &["event: ", name, "\n"]);
        let options = buffer.len();
        push(&mut buffer, &["data: ", key, " "]);
        let payload = buffer.len();
        buffer.begin_line();
        write(&mut buffer);
        size.learn(
            buffer.len() - payload,
            buffer.capacity().saturating_sub(ENVELOPE),
        );
        Self {
            buffer,
            key,
            options,
            payload,
        }
    }

    pub(super) fn payload(&self) -> &str {
        &self.buffer.as_str()[self.payload..]
    }

    /// Whether the payload may be more than one line of a fragment.
    pub(super) fn is_rough(&self) -> bool {
        self.buffer.is_rough()
    }

    /// Lets `change` work on the payload, given where it begins.
    pub(super) fn change_payload(&mut self, change: impl FnOnce(&mut Buffer, usize)) {
        change(&mut self.buffer, self.payload);
    }

    /// Finishes the frame: the envelope, the options in order, the payload, the blank line.
    pub(super) fn close<'a>(
        mut self,
        envelope: &Envelope,
        options: impl IntoIterator<Item = (&'a str, &'a str)>,
    ) -> Event {
        self.close_payload();
        let mut fields = Buffer::new();
        write_envelope(envelope, &mut fields);
        for (key, value) in options {
            write_lines(key, value, &mut fields);
        }
        if !fields.is_empty() {
            self.buffer.insert(self.options, fields.as_str());
        }
        self.buffer.trusted("\n");
        self.buffer.trim();
        Event(self.buffer.into_markup().into_string())
    }

    /// Ends the payload's last line, after giving each of its lines its key.
    fn close_payload(&mut self) {
        if self.payload().is_empty() {
            self.buffer.replace_since(self.options, "");
        } else if !self.is_rough() || find_line_break(self.payload()).is_none() {
            self.buffer.trusted("\n");
        } else {
            let mut lines = Buffer::with_capacity(self.payload().len() * 2);
            write_lines(self.key, self.payload(), &mut lines);
            self.buffer.replace_since(self.options, lines.as_str());
        }
    }
}

fn write_envelope(envelope: &Envelope, out: &mut Buffer) {
    if let Some(id) = &envelope.id {
        push(out, &["id: ", id.as_str(), "\n"]);
    }
    if let Some(retry) = envelope.retry.filter(|retry| *retry != DEFAULT_RETRY) {
        push(
            out,
            &[
                "retry: ",
                itoa::Buffer::new().format(retry.as_millis()),
                "\n",
            ],
        );
    }
}

/// Appends one `data` line for every line of `text`, also for an empty one: the space after the key is what
/// keeps the client from taking the key for shorter than it is.
fn write_lines(key: &str, text: &str, out: &mut Buffer) {
    let mut rest = text;
    while let Some((line, after)) = split_line(rest) {
        push(out, &["data: ", key, " ", line, "\n"]);
        rest = after;
    }
    push(out, &["data: ", key, " ", rest, "\n"]);
}

/// Splits at the first CRLF, CR or LF.
fn split_line(text: &str) -> Option<(&str, &str)> {
    let at = find_line_break(text)?;
    let (line, rest) = (&text[..at], &text[at..]);
    let after = rest.strip_prefix("\r\n").unwrap_or_else(|| &rest[1..]);
    Some((line, after))
}

/// The first byte that ends a line.
fn find_line_break(text: &str) -> Option<usize> {
    let bytes = text.as_bytes();
    // A fold over bytes without early exit, which the compiler turns into vector compares.
    let hit = |hit, byte: &u8| hit | u8::from(matches!(byte, b'\r' | b'\n'));
    let (steps, _) = bytes.as_chunks::<32>();
    let clear = steps
        .iter()
        .take_while(|step| step.iter().fold(0, hit) == 0)
        .count()
        * 32;
    bytes[clear..]
        .iter()
        .position(|byte| matches!(byte, b'\r' | b'\n'))
        .map(|at| clear + at)
}

/// Appends the parts of a line.
fn push(out: &mut Buffer, parts: &[&str]) {
    for part in parts {
        // Trusted: keys are literals, values are checked types or hold no line break.
        out.trusted(part);
    }
}

/// Gives an event the methods of its envelope.
macro_rules! enveloped {
    ($event:ident) => {
        impl $event {
            /// Sets the id that the client sends back as `last-event-id` when it reconnects.
            pub fn event_id(mut self, id: impl Into<$crate::sse::EventId>) -> Self {
                self.envelope.id = Some(id.into());
                self
            }

            /// Sets how long the client waits before it reconnects; whole milliseconds count.
            pub fn retry(mut self, retry: std::time::Duration) -> Self {
                self.envelope.retry = Some(retry);
                self
            }
        }
    };
}

pub(super) use enveloped;
