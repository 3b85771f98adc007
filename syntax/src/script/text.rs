//! How the client cuts a value: at every `;` that it sees, to return what the last piece says.
//!
//! The client does not read JavaScript here, it matches one regular expression, which takes any
//! two slashes for the ends of a regular expression and knows one kind of function. So the code
//! below repeats what that expression matches, mistakes included.

/// The code that the client compiles.
pub(super) struct Text {
    pub(super) code: String,
    /// Where a line break was put in, behind a `;`.
    pub(super) cuts: Vec<usize>,
    /// The last piece of a value.
    pub(super) tail: Option<Tail>,
}

/// The last piece of a value, which the client puts into `return (…)`.
#[derive(Clone, Copy)]
pub(super) struct Tail {
    pub(super) start: usize,
    /// It begins with the letters `return`, so the client leaves it alone.
    pub(super) returns: bool,
}

impl Text {
    /// Code that is run for what it does.
    pub(super) fn statements(source: &str) -> Self {
        Self {
            code: source.trim_matches(is_space).to_owned(),
            cuts: Vec::new(),
            tail: None,
        }
    }

    /// Code that is run for its value.
    pub(super) fn value(source: &str) -> Self {
        let pieces = pieces(source.trim_matches(is_space));
        let Some((last, others)) = pieces.split_last() else {
            return Self::statements("");
        };
        let (mut code, mut cuts) = (String::new(), Vec::new());
        for piece in others {
            code.push_str(piece);
            code.push(';');
            cuts.push(code.len());
            code.push('\n');
        }
        let last = last.trim_matches(is_space);
        let tail = Tail {
            start: code.len(),
            returns: last.starts_with("return"),
        };
        code.push_str(last);
        Self {
            code,
            cuts,
            tail: Some(tail),
        }
    }

    /// Code that is one expression, which nothing cuts.
    pub(super) fn expression(source: &str) -> Self {
        Self {
            tail: Some(Tail {
                start: 0,
                returns: false,
            }),
            ..Self::statements(source)
        }
    }
}

/// The characters that JavaScript trims.
pub(super) fn is_space(c: char) -> bool {
    matches!(c, '\t'..='\r' | ' ' | '\u{a0}' | '\u{1680}' | '\u{2000}'..='\u{200a}')
        || matches!(
            c,
            '\u{2028}' | '\u{2029}' | '\u{202f}' | '\u{205f}' | '\u{3000}' | '\u{feff}'
        )
}

/// What stands between the `;` that the client sees.
fn pieces(source: &str) -> Vec<&str> {
    let (mut pieces, mut start, mut at) = (Vec::new(), 0, 0);
    while let Some(first) = source[at..].chars().next() {
        if first == ';' {
            pieces.push(&source[start..at]);
            at += 1;
            start = at;
        } else {
            at += unit(&source[at..], first);
        }
    }
    pieces.push(&source[start..]);
    pieces.retain(|piece| !piece.is_empty());
    pieces
}

/// The length of what the client takes as a whole.
fn unit(rest: &str, first: char) -> usize {
    let whole = match first {
        '/' | '"' | '\'' | '`' => quoted(rest, first),
        '(' => called_function(rest),
        _ => None,
    };
    whole.unwrap_or(first.len_utf8())
}

/// From a quote to the next one without a backslash before it, or else to the last with one.
fn quoted(rest: &str, quote: char) -> Option<usize> {
    let mut escaped = None;
    let mut chars = rest.char_indices().skip(1).peekable();
    while let Some((at, c)) = chars.next() {
        if c == quote {
            return Some(at + 1);
        }
        if c == '\\'
            && let Some((at, _)) = chars.next_if(|(_, next)| *next == quote)
        {
            escaped = Some(at + 1);
        }
    }
    escaped
}

/// `(() => …)()` or `(function () …)()`.
fn called_function(rest: &str) -> Option<usize> {
    let body = head(skip(rest.strip_prefix('(')?))?;
    let after = match body.strip_prefix('{') {
        Some(block) => block
            .match_indices('}')
            .find_map(|(at, _)| call(&block[at + 1..]))?,
        None => call(&body[body.find([';', ')', '{'])?..])?,
    };
    Some(rest.len() - after.len())
}

/// What follows `function ()` or `() =>`.
fn head(rest: &str) -> Option<&str> {
    let after = match rest.strip_prefix("function") {
        Some(list) => parens(skip(list))?,
        None => skip(parens(rest)?).strip_prefix("=>")?,
    };
    Some(skip(after))
}

/// What follows `)()`.
fn call(rest: &str) -> Option<&str> {
    parens(skip(skip(rest).strip_prefix(')')?))
}

fn parens(rest: &str) -> Option<&str> {
    skip(rest.strip_prefix('(')?).strip_prefix(')')
}

fn skip(rest: &str) -> &str {
    rest.trim_start_matches(is_space)
}
