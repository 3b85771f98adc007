//! The path of a route: fixed text, segments and parameters of the query.
//!
//! What axum would refuse when the program starts, and what a browser would change on the way, is refused here
//! (<https://docs.rs/axum/0.8/axum/struct.Router.html#method.route>).

/// Where an argument stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Place {
    /// It is a segment of the path.
    Path,
    /// It is a parameter of the query.
    Query,
}

/// A part of a path.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Piece {
    /// Fixed segments, slashes included.
    Text(String),
    /// A segment by the name of its argument.
    Segment(String),
    /// A parameter: its name in the query, and its argument.
    Parameter(String, String),
}

impl Piece {
    /// The argument that stands here.
    pub(super) fn argument(&self) -> Option<&str> {
        match self {
            Self::Text(_) => None,
            Self::Segment(name) | Self::Parameter(_, name) => Some(name),
        }
    }

    pub(super) fn place(&self) -> Place {
        match self {
            Self::Text(_) | Self::Segment(_) => Place::Path,
            Self::Parameter(..) => Place::Query,
        }
    }
}

/// Reads a path, or says what is wrong with it.
pub(super) fn read(text: &str) -> Result<Vec<Piece>, String> {
    let (path, query) = match text.split_once('?') {
        Some((path, query)) => (path, Some(query)),
        None => (text, None),
    };
    let rest = path
        .strip_prefix('/')
        .ok_or_else(|| format!("a path begins with a slash: write `/{}`", text.trim_start()))?;
    if rest.starts_with('/') {
        return Err("a path begins with one slash; two begin the name of another host".to_owned());
    }
    let mut pieces = vec![Piece::Text("/".to_owned())];
    let mut segments = rest.split('/').peekable();
    while let Some(segment) = segments.next() {
        let is_last = segments.peek().is_none();
        self::segment(segment, is_last, &mut pieces)?;
        if !is_last {
            push("/", &mut pieces);
        }
    }
    if let Some(query) = query {
        for pair in query.split('&') {
            pieces.push(parameter(pair)?);
        }
    }
    unique(&pieces)?;
    Ok(pieces)
}

fn segment(segment: &str, is_last: bool, pieces: &mut Vec<Piece>) -> Result<(), String> {
    if segment.is_empty() {
        return if is_last {
            Ok(())
        } else {
            Err("a path has no empty segment: leave out one of the two slashes".to_owned())
        };
    }
    if matches!(segment, "." | "..") {
        return Err(format!(
            "a path has no segment `{segment}`, which a browser resolves: write the path that is meant"
        ));
    }
    if segment.contains(['{', '}']) {
        let name = argument(segment).ok_or_else(|| braces(segment))?;
        pieces.push(Piece::Segment(name?));
        return Ok(());
    }
    if let Some(sort) = segment.strip_prefix(':').filter(|name| is_name(name)) {
        return Err(format!(
            "a segment that is an argument is written `{{{sort}}}`"
        ));
    }
    if let Some(c) = segment.chars().find(|c| !is_fixed(*c)) {
        return Err(character(c));
    }
    check_escapes(segment)?;
    push(segment, pieces);
    Ok(())
}

fn braces(segment: &str) -> String {
    if segment.starts_with("{*") {
        "a route has no catch-all segment: register such a handler with axum's own `route`"
            .to_owned()
    } else {
        format!("an argument is a whole segment, such as `/{{id}}/`, and `{segment}` is not")
    }
}

/// The name between braces, if the text is nothing else.
fn argument(text: &str) -> Option<Result<String, String>> {
    let name = text.strip_prefix('{')?.strip_suffix('}')?;
    if name.contains(['{', '}', '*']) {
        return None;
    }
    Some(if is_name(name) {
        Ok(name.to_owned())
    } else {
        Err(format!(
            "`{{{name}}}` names an argument of the function, in letters, digits and `_`; its type stands there"
        ))
    })
}

fn is_name(name: &str) -> bool {
    let first = name.starts_with(|c: char| c.is_ascii_alphabetic() || c == '_');
    first && name.chars().all(|c| c.is_ascii_alphanumeric() || c == '_')
}

fn parameter(pair: &str) -> Result<Piece, String> {
    let (name, value) = match pair.split_once('=') {
        Some((name, value)) => (Some(name), value),
        None => (None, pair),
    };
    let value = argument(value).ok_or_else(|| {
        format!("`{pair}` is no parameter of a query: write `{{page}}`, or `p={{page}}` for one with another name")
    })??;
    match name {
        Some(name) if name.is_empty() || name.chars().any(|c| !is_unreserved(c)) => Err(format!(
            "`{name}` cannot be the name of a parameter: use letters, digits, `-`, `.`, `_` and `~`"
        )),
        Some("datastar") => {
            Err("the parameter `datastar` carries the signals: give it another name".to_owned())
        }
        None if value == "datastar" => {
            Err("the parameter `datastar` carries the signals: give it another name".to_owned())
        }
        Some(name) => Ok(Piece::Parameter(name.to_owned(), value)),
        None => Ok(Piece::Parameter(value.clone(), value)),
    }
}

/// No argument and no parameter twice.
fn unique(pieces: &[Piece]) -> Result<(), String> {
    for (i, piece) in pieces.iter().enumerate() {
        for other in &pieces[..i] {
            if let (Some(a), Some(b)) = (piece.argument(), other.argument())
                && a == b
            {
                return Err(format!("the path has `{{{a}}}` twice"));
            }
            if let (Piece::Parameter(a, _), Piece::Parameter(b, _)) = (piece, other)
                && a == b
            {
                return Err(format!("the query has the parameter `{a}` twice"));
            }
        }
    }
    Ok(())
}

fn is_unreserved(c: char) -> bool {
    c.is_ascii_alphanumeric() || "-._~".contains(c)
}

/// Whether a character of a fixed segment is compared and sent as it is, and means nothing to the client's scanner.
fn is_fixed(c: char) -> bool {
    is_unreserved(c) || "%:,+=&".contains(c)
}

fn character(c: char) -> String {
    match c {
        '#' => "a request has no fragment: leave out `#` and what follows".to_owned(),
        '\\' => "a path has no backslash, which a browser reads as a slash".to_owned(),
        c if c.is_control() => "a path has no control characters".to_owned(),
        c => {
            let bytes = c.to_string().into_bytes();
            let escaped: Vec<_> = bytes.iter().map(|byte| format!("%{byte:02X}")).collect();
            let escaped = escaped.concat();
            format!("a path has no `{c}`, which a browser sends otherwise: write `{escaped}`")
        }
    }
}

/// Percent signs stand before two digits, and make no dots.
fn check_escapes(segment: &str) -> Result<(), String> {
    for (at, _) in segment.match_indices('%') {
        let digits = segment.get(at + 1..at + 3).unwrap_or_default();
        if digits.len() < 2 || !digits.bytes().all(|digit| digit.is_ascii_hexdigit()) {
            return Err(
                "a percent sign stands before two hexadecimal digits; the sign itself is `%25`"
                    .to_owned(),
            );
        }
    }
    match segment.to_ascii_lowercase().replace("%2e", ".").as_str() {
        "." | ".." => Err(format!(
            "a path has no segment `{segment}`, which a browser resolves"
        )),
        _ => Ok(()),
    }
}

fn push(text: &str, pieces: &mut Vec<Piece>) {
    if let Some(Piece::Text(last)) = pieces.last_mut() {
        last.push_str(text);
    } else {
        pieces.push(Piece::Text(text.to_owned()));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(text: &str) -> Piece {
        Piece::Text(text.to_owned())
    }

    fn segment(name: &str) -> Piece {
        Piece::Segment(name.to_owned())
    }

    fn parameter(name: &str, argument: &str) -> Piece {
        Piece::Parameter(name.to_owned(), argument.to_owned())
    }

    #[test]
    fn paths() {
        let paths = [
            ("/", vec![text("/")]),
            ("/a/b-c.css", vec![text("/a/b-c.css")]),
            ("/a/", vec![text("/a/")]),
            ("/caf%C3%A9", vec![text("/caf%C3%A9")]),
            ("/{id}", vec![text("/"), segment("id")]),
            (
                "/a/{id}/b/{to}/",
                vec![
                    text("/a/"),
                    segment("id"),
                    text("/b/"),
                    segment("to"),
                    text("/"),
                ],
            ),
            (
                "/{a}/{b}",
                vec![text("/"), segment("a"), text("/"), segment("b")],
            ),
            (
                "/a?{b}&c={d}",
                vec![text("/a"), parameter("b", "b"), parameter("c", "d")],
            ),
        ];
        for (path, pieces) in paths {
            assert_eq!(read(path), Ok(pieces), "{path}");
        }
    }

    #[test]
    fn what_is_no_path() {
        let paths = [
            ("", "begins with a slash"),
            ("a", "write `/a`"),
            ("//host", "one slash"),
            ("/a//b", "no empty segment"),
            ("/a/../b", "a browser resolves"),
            ("/%2e%2E", "a browser resolves"),
            ("/:id", "is written `{id}`"),
            ("/{*rest}", "catch-all"),
            ("/{id}.json", "a whole segment"),
            ("/{id", "a whole segment"),
            ("/{}", "names an argument"),
            ("/{id: u64}", "its type stands there"),
            ("/{a}/{a}", "`{a}` twice"),
            ("/{a}?{a}", "`{a}` twice"),
            ("/?x={a}&x={b}", "parameter `x` twice"),
            ("/a b", "write `%20`"),
            ("/é", "write `%C3%A9`"),
            ("/a#b", "fragment"),
            ("/\\host", "backslash"),
            ("/\thost", "control"),
            ("/100%", "`%25`"),
            ("/a?", "is no parameter"),
            ("/a?b=c", "is no parameter"),
            ("/a?={c}", "name of a parameter"),
            ("/a?datastar={c}", "carries the signals"),
        ];
        for (path, message) in paths {
            let problem = read(path).expect_err(path);
            assert!(problem.contains(message), "{path}: {problem}");
        }
    }
}
