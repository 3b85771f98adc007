//! Datastar expressions: whether the client can compile what an attribute says.
//!
//! An attribute value is a text to rustc, and the client compiles it in the browser: a mistake in
//! it stops a whole page, and nobody sees it before. So this module does what the client does with
//! such a text (<https://data-star.dev/guide/datastar_expressions>): `text` cuts it, `rewrite` finds
//! the signals and actions, and the parser reads the JavaScript that comes out.
//!
//! One rule stands above all others: what the client runs as it was meant is never called wrong.
//! The parser is therefore lenient where the rules of JavaScript are subtle.

mod branch;
#[cfg(test)]
mod corpus;
mod expression;
mod filter;
mod function;
mod lexer;
mod literal;
mod names;
mod node;
mod object;
mod operand;
mod parser;
mod places;
mod problems;
mod rewrite;
mod statement;
#[cfg(test)]
mod tests;
mod text;
mod token;
mod wording;

use std::collections::HashSet;

use self::parser::{Found, Name, Parser};
use self::text::Text;
use self::wording::Stop;

pub use self::filter::filter;
pub use self::token::HOLE;

/// What the source of a value says, by both rules of the client.
#[derive(Debug)]
pub struct Script {
    /// Why the client cannot run it as statements, as in `data-on`.
    pub statements: Option<String>,
    /// Why the client cannot compile it for its value, as in `data-text`.
    pub value: Option<String>,
    /// The calls of actions, in their order.
    pub calls: Vec<Call>,
    /// The names that stand alone and that neither the code declares nor a browser has, each once.
    ///
    /// A name that is called, or of which something is read, may be the page's own, so it is not
    /// among them. `evt` and `patch` always are, if they are free: the attribute decides.
    pub names: Vec<String>,
    /// The signals that it mentions, in their order.
    pub signals: Vec<Signal>,
    /// What the whole value is, if that can be seen.
    pub shape: Shape,
}

/// A signal in code, `$user.name`.
#[derive(Debug, PartialEq, Eq)]
pub struct Signal {
    /// The path without `$`. What stands behind a dot may also be a member of the value: `name.length`.
    pub path: String,
    /// Whether it is set here, and not read.
    pub is_set: bool,
}

/// The call of an action, `@get('/news')`.
#[derive(Debug, PartialEq)]
pub struct Call {
    pub name: String,
    pub arguments: Vec<Shape>,
}

/// What an expression is, as far as its spelling tells.
#[derive(Debug, PartialEq)]
pub enum Shape {
    /// A string, and what it says if that is known.
    Text(Option<String>),
    Number,
    Bool(bool),
    Null,
    Array,
    /// The keys that are written out, in their order.
    Object(Vec<Entry>),
    Function,
    /// A regular expression as it is written.
    Pattern(String),
    Other,
}

/// One key of an object.
#[derive(Debug, PartialEq)]
pub struct Entry {
    pub key: String,
    pub value: Shape,
}

/// By which rule the client reads a value.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Rule {
    /// As statements, as in `data-on`.
    Statements,
    /// For its value, as in `data-text`.
    Value,
}

/// Reads the source of a value by one rule, if nothing is wrong with it.
pub fn read_as(source: &str, rule: Rule) -> Option<Script> {
    let text = match rule {
        Rule::Statements => Text::statements(source),
        Rule::Value if says_nothing(source) => return None,
        Rule::Value => Text::value(source),
    };
    let (problem, found) = check(&text);
    problem.is_none().then(|| Script::of(found))
}

/// Reads the source of a value. [`HOLE`] stands in it for what is known only at run time.
pub fn read(source: &str) -> Script {
    let (mut statements, found) = check(&Text::statements(source));
    let (mut value, found_for_value) = check(&Text::value(source));
    if statements.is_some() && value.is_none() && source.trim_start().starts_with('{') {
        statements = Some(
            "`{` begins a block of statements here, not an object; put it into brackets: `({ … })`"
                .to_owned(),
        );
    }
    if value.is_none() && says_nothing(source) {
        value = Some("there is no value".to_owned());
    }
    let found = if value.is_none() {
        found_for_value
    } else {
        found
    };
    Script {
        statements,
        value,
        ..Script::of(found)
    }
}

impl Script {
    /// A script without a problem.
    fn of(found: Found) -> Self {
        Self {
            statements: None,
            value: None,
            names: free(found.reads, &found.declared),
            calls: found.calls,
            signals: found.signals.into_values().collect(),
            shape: found.shape,
        }
    }
}

/// Whether there are only ends of statements.
fn says_nothing(source: &str) -> bool {
    !source.is_empty() && source.trim_matches([';', ' ', '\n', '\t']).is_empty()
}

/// Why the client cannot compile a text, and what was found in it.
fn check(text: &Text) -> (Option<String>, Found) {
    let mut parser = Parser::new(text);
    let outcome = parser.program().and_then(|()| parser.check_places());
    let problem = match outcome {
        Err(Stop::Problem(words)) => Some(words),
        Ok(()) | Err(Stop::Unknown) => None,
    };
    (problem, parser.found)
}

/// The names that nobody knows.
fn free(reads: Vec<Name>, declared: &HashSet<String>) -> Vec<String> {
    let mut free = Vec::new();
    for Name {
        text: name, base, ..
    } in reads
    {
        let of_attribute = matches!(name.as_str(), "evt" | "patch");
        let unknown = of_attribute || !base && !names::is_known(&name);
        if unknown && !declared.contains(&name) && !free.contains(&name) {
            free.push(name);
        }
    }
    free
}
