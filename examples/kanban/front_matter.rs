//! The front matter of a file: the YAML between its first two `---` lines.
//!
//! It keeps where every value stands, because a mistake is reported with its line and a move
//! rewrites one value in place. That is why it reads the events of a YAML parser rather than
//! deserialize into a struct. See <https://yaml.org/spec/1.2.2/>.

use std::borrow::Cow;
use std::ops::Range;

use saphyr_parser::{Event, Parser, ScalarStyle, ScanError, Span, StrInput};

use super::ticket::TicketError;

/// The fields of a file in their order, and the text after them.
#[derive(Debug)]
pub(crate) struct FrontMatter<'a> {
    fields: Vec<Field<'a>>,
    /// Everything after the second `---` line.
    pub(crate) body: &'a str,
}

/// A key and its value.
#[derive(Debug)]
pub(crate) struct Field<'a> {
    key: Cow<'a, str>,
    /// The line of the key, from 1.
    pub(crate) line: usize,
    /// What stands after the colon.
    pub(crate) value: Value<'a>,
}

/// A value, as far as a ticket can use it.
#[derive(Debug)]
pub(crate) enum Value<'a> {
    /// Nothing, `~` or `null`.
    Null,
    /// A scalar; `404` and `true` are text too, since no field is a number.
    Text(Text<'a>),
    /// A list; an item that is no text is `None`.
    List(Vec<Item<'a>>),
    /// A mapping or an alias, by the name a message calls it.
    Other(&'static str),
}

/// A scalar and where it stands.
#[derive(Debug)]
pub(crate) struct Text<'a> {
    /// The scalar without its quotes.
    pub(crate) content: Cow<'a, str>,
    /// The line it begins on, from 1.
    pub(crate) line: usize,
    /// The characters it covers, quotes included, from the first `---`.
    pub(crate) span: Range<usize>,
}

/// An item of a list.
#[derive(Debug)]
pub(crate) struct Item<'a> {
    /// The line it begins on, from 1.
    pub(crate) line: usize,
    /// Its text, unless it is empty, a list or a mapping.
    pub(crate) text: Option<Cow<'a, str>>,
}

impl<'a> FrontMatter<'a> {
    /// Reads the front matter of a text that has no byte order mark.
    pub(crate) fn read(text: &'a str) -> Result<Self, TicketError> {
        let (yaml, body) = split(text)?;
        // What is left open is found missing behind the last line; the mistake is before that.
        let last = yaml.lines().count();
        let fields = Events(Parser::new_from_str(yaml))
            .document()
            .map_err(|error| TicketError {
                line: error.line.min(last),
                ..error
            })?;
        check_repeats(&fields)?;
        Ok(Self { fields, body })
    }

    /// The field with this key.
    pub(crate) fn field(&self, key: &str) -> Option<&Field<'a>> {
        self.fields.iter().find(|field| field.key == key)
    }
}

/// The YAML with its opening line, so that its lines count like the file's, and the body.
fn split(text: &str) -> Result<(&str, &str), TicketError> {
    let mut end = 0;
    for (index, line) in text.split_inclusive('\n').enumerate() {
        match (index, is_fence(line)) {
            (0, false) => break,
            (0, true) | (_, false) => end += line.len(),
            (_, true) => return Ok((&text[..end], &text[end + line.len()..])),
        }
    }
    Err(TicketError::new(
        1,
        if end == 0 { NO_FENCE } else { ONE_FENCE },
    ))
}

const NO_FENCE: &str = "there is no front matter: begin the file with a line `---`, \
    then the fields, then another line `---`";
const ONE_FENCE: &str = "the front matter that begins here has no end: \
    write a line `---` after its last field";

fn is_fence(line: &str) -> bool {
    line.trim_end_matches([' ', '\t', '\r', '\n']) == "---"
}

fn check_repeats(fields: &[Field<'_>]) -> Result<(), TicketError> {
    for (index, Field { key, line, .. }) in fields.iter().enumerate() {
        if let Some(first) = fields[..index].iter().find(|field| field.key == *key) {
            let message = format!("`{key}` is already on line {}: keep only one", first.line);
            return Err(TicketError::new(*line, message));
        }
    }
    Ok(())
}

/// The events of one YAML document.
struct Events<'a>(Parser<'a, StrInput<'a>>);

impl<'a> Events<'a> {
    fn document(mut self) -> Result<Vec<Field<'a>>, TicketError> {
        let (mut event, mut span) = self.next()?;
        while matches!(event, Event::StreamStart | Event::DocumentStart(_)) {
            (event, span) = self.next()?;
        }
        let fields = match event {
            Event::MappingStart(..) => self.fields()?,
            Event::Scalar(text, ..) if text.is_empty() => Vec::new(),
            Event::StreamEnd => return Ok(Vec::new()),
            _ => return Err(TicketError::new(span.start.line(), NO_FIELDS)),
        };
        self.end()?;
        Ok(fields)
    }

    /// A second document would be read by nobody, so it is a mistake.
    fn end(mut self) -> Result<(), TicketError> {
        loop {
            match self.next()? {
                (Event::StreamEnd, _) => return Ok(()),
                (Event::DocumentStart(_), span) => {
                    let message = "the front matter ends with a line of nothing but `---`: \
                        remove what follows the dashes";
                    return Err(TicketError::new(span.start.line(), message));
                }
                _ => {}
            }
        }
    }

    fn fields(&mut self) -> Result<Vec<Field<'a>>, TicketError> {
        let mut fields = Vec::new();
        loop {
            let (event, span) = self.next()?;
            let line = span.start.line();
            match event {
                Event::MappingEnd | Event::StreamEnd => return Ok(fields),
                Event::Scalar(key, ..) => fields.push(Field {
                    key,
                    line,
                    value: self.value()?,
                }),
                // A key that is no text is not one of ours.
                other => {
                    self.skip(&other)?;
                    self.value()?;
                }
            }
        }
    }

    fn value(&mut self) -> Result<Value<'a>, TicketError> {
        let (event, span) = self.next()?;
        match event {
            Event::Scalar(text, ScalarStyle::Plain, ..) if is_null(&text) => Ok(Value::Null),
            Event::Scalar(text, ..) => Ok(Value::Text(Text {
                content: text,
                line: span.start.line(),
                span: span.start.index()..span.end.index(),
            })),
            Event::SequenceStart(..) => self.items().map(Value::List),
            Event::Alias(_) => Ok(Value::Other("an alias")),
            other => self.skip(&other).map(|()| Value::Other("a mapping")),
        }
    }

    fn items(&mut self) -> Result<Vec<Item<'a>>, TicketError> {
        let mut items = Vec::new();
        loop {
            let (event, span) = self.next()?;
            let line = span.start.line();
            match event {
                Event::SequenceEnd | Event::StreamEnd => return Ok(items),
                Event::Scalar(text, style, ..) => {
                    let null = style == ScalarStyle::Plain && is_null(&text);
                    items.push(Item {
                        line,
                        text: (!null).then_some(text),
                    });
                }
                other => {
                    self.skip(&other)?;
                    items.push(Item { line, text: None });
                }
            }
        }
    }

    /// Passes over the rest of a node; a loop, so that deep nesting cannot overflow the stack.
    fn skip(&mut self, first: &Event<'_>) -> Result<(), TicketError> {
        let mut depth = nesting(first);
        while depth > 0 {
            depth += nesting(&self.next()?.0);
        }
        Ok(())
    }

    fn next(&mut self) -> Result<(Event<'a>, Span), TicketError> {
        match self.0.next_event() {
            Some(Ok(event)) => Ok(event),
            Some(Err(error)) => Err(syntax(&error)),
            None => Ok((Event::StreamEnd, Span::default())),
        }
    }
}

const NO_FIELDS: &str = "the front matter is not a list of fields: \
    write one `key: value` on each line, for example `status: todo`";

fn nesting(event: &Event<'_>) -> isize {
    match event {
        Event::MappingStart(..) | Event::SequenceStart(..) => 1,
        Event::MappingEnd | Event::SequenceEnd => -1,
        // The document is over: without this, a node that never ends would be read forever.
        Event::StreamEnd => isize::MIN / 2,
        _ => 0,
    }
}

fn is_null(plain: &str) -> bool {
    matches!(plain, "" | "~" | "null" | "Null" | "NULL")
}

fn syntax(error: &ScanError) -> TicketError {
    let message = format!(
        "this is not YAML ({}): put quotes around a value that contains `: ` or ` #`, \
         or that begins with a sign",
        error.info()
    );
    TicketError::new(error.marker().line(), message)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn error(text: &str) -> TicketError {
        FrontMatter::read(text).unwrap_err()
    }

    fn text<'a>(matter: &'a FrontMatter<'_>, key: &str) -> Option<&'a str> {
        match &matter.field(key)?.value {
            Value::Text(text) => Some(&text.content),
            _ => None,
        }
    }

    #[test]
    fn fields_and_body() {
        let matter = FrontMatter::read("---\na: 'x y'\nb: 404 # no\n---\nBody\n---\n").unwrap();
        assert_eq!(text(&matter, "a"), Some("x y"));
        assert_eq!(text(&matter, "b"), Some("404"));
        assert_eq!(matter.body, "Body\n---\n");
    }

    #[test]
    fn an_empty_front_matter_has_no_fields() {
        for empty in [
            "---\n---\n",
            "---\n# only this\n---",
            "--- \r\n\r\n---\t\r\nBody",
        ] {
            assert!(
                FrontMatter::read(empty).unwrap().fields.is_empty(),
                "{empty:?}"
            );
        }
    }

    #[test]
    fn a_fence_is_missing() {
        for none in ["", "\n---\na: b\n---\n", "# Title\n", "---- \na: b\n---\n"] {
            assert_eq!(error(none), TicketError::new(1, NO_FENCE), "{none:?}");
        }
        for one in [
            "---",
            "---\na: b\n",
            "---\na: b\n ---\n",
            "---\na: b\n----\n",
        ] {
            assert_eq!(error(one), TicketError::new(1, ONE_FENCE), "{one:?}");
        }
    }

    #[test]
    fn syntax_errors_have_their_line() {
        assert_eq!(error("---\na: b\ntitle: Fix: it\n---\n").line, 3);
        assert_eq!(error("---\r\na: b\r\n\r\ntitle: @it\r\n---\r\n").line, 4);
        assert_eq!(error("---\na: b\nc: \"d\ne: f\n---\n").line, 3);
        assert_eq!(error("---\na: *nobody\n---\n").line, 2);
        assert!(error("---\na: b: c\n---\n").message.contains("put quotes"));
    }

    #[test]
    fn only_one_mapping() {
        assert_eq!(error("---\n\n- a\n---\n"), TicketError::new(3, NO_FIELDS));
        assert_eq!(error("---\nplain\n---\n"), TicketError::new(2, NO_FIELDS));
        assert_eq!(error("---\na: b\n--- # done\nc: d\n---\n").line, 3);
    }

    #[test]
    fn a_repeated_key_points_at_the_second() {
        let repeated = error("---\na: b\n\n'a': c\n---\n");
        assert_eq!(
            repeated,
            TicketError::new(4, "`a` is already on line 2: keep only one")
        );
    }

    #[test]
    fn what_a_ticket_cannot_use_is_passed_over() {
        let deep = format!(
            "---\nx: {}{}\na: b\n---\n",
            "[".repeat(200),
            "]".repeat(200)
        );
        assert_eq!(text(&FrontMatter::read(&deep).unwrap(), "a"), Some("b"));
        let odd = "---\n? [k, l]\n: {m: [n]}\ny: {z: {w: v}}\nl: [p, [q], ~, {r: s}]\na: b\n---\n";
        let matter = FrontMatter::read(odd).unwrap();
        assert_eq!(text(&matter, "a"), Some("b"));
        let Some(Field {
            value: Value::List(items),
            ..
        }) = matter.field("l")
        else {
            panic!("no list");
        };
        let items: Vec<_> = items.iter().map(|item| item.text.as_deref()).collect();
        assert_eq!(items, [Some("p"), None, None, None]);
    }
}
