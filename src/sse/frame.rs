//! The only code that writes the fields of an event.
//!
//! A frame is opened with its last field, the payload, because that is what most of the bytes are: a patch
//! without options is finished by adding its blank line. Options are inserted before the payload when the
//! frame is closed. The buffer keeps the payload on one line, and says so unless something trusted was added that
//! may break it: only then the payload is read, and written again line by line.
//! <https://html.spec.whatwg.org/multipage/server-sent-events.html#parsing-an-event-stream>

use std::time::Duration;

use super::{Event, EventId, PatchError};
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

impl Envelope {
    /// Refuses what no other response has than an event stream.
    pub(super) fn check_empty(&self) -> Result<(), PatchError> {
        match self {
            Self { id: Some(_), .. } => Err(PatchError::OnlyInEvents("id")),
            Self { retry: Some(_), .. } => Err(PatchError::OnlyInEvents("retry")),
            _ => Ok(()),
        }
    }
}

/// A sort of event: what every frame of it begins with.
#[derive(Debug)]
pub(super) struct Sort {
    /// The field with the event's name, and the beginning of the one with the payload.
    start: &'static str,
    /// Where options go: after the name.
    options: usize,
    /// What the payload's lines begin with.
    line: &'static str,
}

impl Sort {
    /// Elements that go into the page.
    pub(super) const ELEMENTS: Self = Self::new(
        "event: datastar-patch-elements\ndata: elements ",
        "data: elements ",
    );
    /// Signals and their values.
    #[cfg(feature = "json")]
    pub(super) const SIGNALS: Self = Self::new(
        "event: datastar-patch-signals\ndata: signals ",
        "data: signals ",
    );

    const fn new(start: &'static str, line: &'static str) -> Self {
        Self {
            start,
            options: start.len() - line.len(),
            line,
        }
    }
}

/// An event under construction.
#[derive(Debug, Clone)]
pub(super) struct Frame {
    buffer: Buffer,
    sort: &'static Sort,
}

impl Frame {
    /// Begins an event, whose payload `write` appends, as long as those of the caller are.
    #[track_caller]
    pub(super) fn open(sort: &'static Sort, write: impl FnOnce(&mut Buffer)) -> Self {
        let size = Size::of_caller();
        let mut buffer = Buffer::with_capacity(size.expected() + ENVELOPE);
        // Trusted: a constant.
        buffer.trusted(sort.start);
        buffer.begin_line();
        write(&mut buffer);
        size.learn(
            buffer.len() - sort.start.len(),
            buffer.capacity().saturating_sub(ENVELOPE),
        );
        Self { buffer, sort }
    }

    pub(super) fn payload(&self) -> &str {
        &self.buffer.as_str()[self.sort.start.len()..]
    }

    /// Whether the payload may be more than one line of a fragment.
    pub(super) fn is_rough(&self) -> bool {
        self.buffer.is_rough()
    }

    /// Lets `change` work on the payload, given where it begins.
    pub(super) fn change_payload(&mut self, change: impl FnOnce(&mut Buffer, usize)) {
        change(&mut self.buffer, self.sort.start.len());
    }

    /// Finishes a frame of nothing but its payload.
    pub(super) fn close_plain(&mut self) -> Event {
        self.close_payload();
        self.end()
    }

    /// Finishes the frame: the envelope, the options in order, the payload, the blank line.
    pub(super) fn close<'a>(
        &mut self,
        envelope: &Envelope,
        options: impl IntoIterator<Item = (&'a str, &'a str)>,
    ) -> Event {
        self.close_payload();
        let mut fields = Buffer::new();
        write_envelope(envelope, &mut fields);
        for (key, value) in options {
            write_lines(&["data: ", key, " "], value, &mut fields);
        }
        if !fields.is_empty() {
            self.buffer.insert(self.sort.options, fields.as_str());
        }
        self.end()
    }

    /// The payload alone, for a body that is no event stream.
    pub(super) fn into_payload(mut self) -> String {
        self.buffer.end_line();
        self.payload().to_owned()
    }

    #[inline]
    fn end(&mut self) -> Event {
        // Trusted: the blank line.
        self.buffer.trusted("\n");
        self.buffer.trim();
        Event::framed(std::mem::take(&mut self.buffer).into_markup().into_string())
    }

    /// Ends the payload's last line, after giving each of its lines its key.
    #[inline]
    fn close_payload(&mut self) {
        let is_rough = self.is_rough();
        self.buffer.end_line();
        if self.payload().is_empty() {
            self.buffer.replace_since(self.sort.options, "");
        } else if !is_rough || find_line_break(self.payload()).is_none() {
            // Trusted: the end of the line.
            self.buffer.trusted("\n");
        } else {
            self.split_payload();
        }
    }

    #[cold]
    fn split_payload(&mut self) {
        let mut lines = Buffer::with_capacity(self.payload().len() * 2);
        write_lines(&[self.sort.line], self.payload(), &mut lines);
        self.buffer.replace_since(self.sort.options, lines.as_str());
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
fn write_lines(start: &[&str], text: &str, out: &mut Buffer) {
    let mut rest = text;
    while let Some((line, after)) = split_line(rest) {
        push(out, start);
        push(out, &[line, "\n"]);
        rest = after;
    }
    push(out, start);
    push(out, &[rest, "\n"]);
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
                self.envelope().id = Some(id.into());
                self
            }

            /// Sets how long the client waits before it reconnects; whole milliseconds count.
            pub fn retry(mut self, retry: std::time::Duration) -> Self {
                self.envelope().retry = Some(retry);
                self
            }
        }
    };
}

pub(super) use enveloped;
