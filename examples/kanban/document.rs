//! A document: the bytes of one file, read as a ticket.
//!
//! It turns bytes into a [`Ticket`], and writes another status into the same bytes. The second
//! keeps every other byte, because the files belong to people who format and comment them.

use std::fmt;
use std::ops::Range;
use std::str::FromStr;

use super::front_matter::{Field, FrontMatter, Item, Text, Value};
use super::ticket::{Status, Ticket, TicketError, Version};

const BOM: &str = "\u{feff}";

/// A file that is a well-formed ticket.
#[derive(Clone, Debug)]
pub(crate) struct Document {
    /// What the file says.
    pub(crate) ticket: Ticket,
    /// The line of the id, from 1.
    pub(crate) id_line: usize,
    status_line: usize,
    /// The bytes of the status, with its quotes.
    status: Range<usize>,
}

impl Document {
    /// Reads a file. The first mistake, in the order of the fields below, is the error.
    pub(crate) fn parse(bytes: &[u8]) -> Result<Self, TicketError> {
        let text = text_of(bytes)?;
        let matter = FrontMatter::read(text)?;
        let id = required(&matter, "id", "web-12")?;
        let status = required(&matter, "status", "todo")?;
        let ticket = Ticket {
            id: slug(id)?,
            title: title(&matter)?,
            status: word(status)?,
            priority: word(required(&matter, "priority", "medium")?)?,
            tags: tags(&matter)?,
            assignee: assignee(&matter)?,
            body: matter.body.trim().to_owned(),
            version: Version::of(bytes),
        };
        let bom = bytes.len() - text.len();
        let status_bytes = byte_range(text, &status.span, bom);
        Ok(Self {
            ticket,
            id_line: id.line,
            status_line: status.line,
            status: status_bytes,
        })
    }

    /// The id that a file claims, even if the rest of it is malformed.
    pub(crate) fn claimed_id(bytes: &[u8]) -> Option<String> {
        let matter = FrontMatter::read(text_of(bytes).ok()?).ok()?;
        slug(required(&matter, "id", "").ok()?).ok()
    }

    /// The same bytes with another status; `bytes` are those this document was parsed from.
    pub(crate) fn with_status(&self, bytes: &[u8], to: Status) -> Result<Vec<u8>, TicketError> {
        let moved = self
            .splice(bytes, to)
            .filter(|moved| self.differs_in_status(moved, to));
        moved.ok_or_else(|| {
            let from = self.ticket.status;
            let message = format!("this status cannot be changed in place: write `status: {from}`");
            TicketError::new(self.status_line, message)
        })
    }

    /// The last occurrence is the value: an anchor or a tag may stand before it.
    fn splice(&self, bytes: &[u8], to: Status) -> Option<Vec<u8>> {
        let from = self.ticket.status.as_str();
        let value = std::str::from_utf8(bytes.get(self.status.clone())?).ok()?;
        let start = self.status.start + value.rfind(from)?;
        Some(
            [
                &bytes[..start],
                to.as_str().as_bytes(),
                &bytes[start + from.len()..],
            ]
            .concat(),
        )
    }

    /// YAML has more ways to write a word than a splice can know, so the result is read again.
    fn differs_in_status(&self, moved: &[u8], to: Status) -> bool {
        let expected = Ticket {
            status: to,
            version: Version::of(moved),
            ..self.ticket.clone()
        };
        Self::parse(moved).is_ok_and(|document| document.ticket == expected)
    }
}

fn text_of(bytes: &[u8]) -> Result<&str, TicketError> {
    let text = std::str::from_utf8(bytes).map_err(|error| {
        let valid = &bytes[..error.valid_up_to()];
        let line = valid.split(|&byte| byte == b'\n').count();
        TicketError::new(line, "this line is not UTF-8: save the file as UTF-8")
    })?;
    Ok(text.strip_prefix(BOM).unwrap_or(text))
}

/// The parser counts characters; files are spliced by bytes.
fn byte_range(text: &str, characters: &Range<usize>, offset: usize) -> Range<usize> {
    let byte = |character| {
        text.char_indices()
            .nth(character)
            .map_or(text.len(), |(byte, _)| byte)
    };
    offset + byte(characters.start)..offset + byte(characters.end)
}

fn required<'a>(
    matter: &'a FrontMatter<'_>,
    key: &str,
    example: &str,
) -> Result<&'a Text<'a>, TicketError> {
    let Some(field) = matter.field(key) else {
        let message =
            format!("`{key}` is missing: write `{key}: {example}` between the `---` lines");
        return Err(TicketError::new(1, message));
    };
    text(field, key, example)?.ok_or_else(|| {
        TicketError::new(
            field.line,
            format!("`{key}` is empty: write `{key}: {example}`"),
        )
    })
}

/// The text of a field; nothing if it is empty.
fn text<'a>(
    field: &'a Field<'_>,
    key: &str,
    example: &str,
) -> Result<Option<&'a Text<'a>>, TicketError> {
    let found = match &field.value {
        Value::Text(text) => return Ok(Some(text).filter(|text| !text.content.trim().is_empty())),
        Value::Null => return Ok(None),
        Value::List(_) => "a list",
        Value::Other(name) => name,
    };
    let message = format!("`{key}` is {found}: write one text, `{key}: {example}`");
    Err(TicketError::new(field.line, message))
}

fn slug(id: &Text<'_>) -> Result<String, TicketError> {
    let allowed = |byte: u8| matches!(byte, b'a'..=b'z' | b'0'..=b'9' | b'-');
    if id.content.bytes().all(allowed) {
        return Ok(id.content.clone().into_owned());
    }
    let message = format!(
        "`{}` is not an id: write only a-z, 0-9 and `-`, for example `id: web-12`",
        id.content.trim()
    );
    Err(TicketError::new(id.line, message))
}

fn title(matter: &FrontMatter<'_>) -> Result<String, TicketError> {
    let title = required(matter, "title", "What is to be done")?;
    Ok(title
        .content
        .split_whitespace()
        .collect::<Vec<_>>()
        .join(" "))
}

fn word<T: FromStr<Err: fmt::Display>>(text: &Text<'_>) -> Result<T, TicketError> {
    text.content
        .parse()
        .map_err(|error: T::Err| TicketError::new(text.line, error.to_string()))
}

fn assignee(matter: &FrontMatter<'_>) -> Result<Option<String>, TicketError> {
    let Some(field) = matter.field("assignee") else {
        return Ok(None);
    };
    let name = text(field, "assignee", "Ada B")?;
    Ok(name.map(|name| name.content.trim().to_owned()))
}

fn tags(matter: &FrontMatter<'_>) -> Result<Vec<String>, TicketError> {
    let Some(field) = matter.field("tags") else {
        return Ok(Vec::new());
    };
    match &field.value {
        Value::Null => Ok(Vec::new()),
        Value::List(items) => items.iter().map(tag).collect(),
        Value::Text(_) | Value::Other(_) => {
            let message =
                "`tags` is not a list: write `tags: [design, css]`, or one `- tag` a line";
            Err(TicketError::new(field.line, message))
        }
    }
}

fn tag(item: &Item<'_>) -> Result<String, TicketError> {
    let text = item.text.as_deref().map_or("", str::trim);
    if text.is_empty() {
        let message = "this tag is not a word: write for example `tags: [design, css]`";
        return Err(TicketError::new(item.line, message));
    }
    Ok(text.to_owned())
}

#[cfg(test)]
mod tests;
