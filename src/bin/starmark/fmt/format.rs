//! A file of Rust with its templates in order, or why there is none.

use std::ops::Range;

use proc_macro2::{LineColumn, Span, TokenStream, TokenTree};

use super::calls::{Call, calls, is_definition};
use super::gap;
use super::grammar;
use super::layout::{Layout, Misplaced};
use super::meaning::meaning;
use super::style::Style;

/// What keeps a file from being formatted, and where.
#[derive(Debug)]
pub(crate) struct Problem {
    pub(crate) line: usize,
    /// Counted from 1.
    pub(crate) column: usize,
    pub(crate) message: String,
}

impl Problem {
    fn at(source: &str, offset: usize, message: impl Into<String>) -> Self {
        let before = &source[..offset.min(source.len())];
        let line = before.rfind('\n').map_or(0, |at| at + 1);
        Self {
            line: before.matches('\n').count() + 1,
            column: before[line..].chars().count() + 1,
            message: message.into(),
        }
    }

    fn of(span: Span, message: String) -> Self {
        let LineColumn { line, column } = span.start();
        Self {
            line,
            column: column + 1,
            message,
        }
    }
}

/// How often a file is looked at until nothing changes any more: what stands around a template, and in it, decides how
/// much fits.
const ROUNDS: usize = 8;

/// The source with its templates in order. Nothing but white space in templates differs from what it was.
pub(crate) fn format(source: &str, style: &Style) -> Result<String, Vec<Problem>> {
    let mut text = source.to_owned();
    for _ in 0..ROUNDS {
        let next = round(&text, style)?;
        if next == text {
            return Ok(text);
        }
        text = next;
    }
    let message = "the templates of this file do not settle; please report this with the file";
    Err(vec![Problem::at(source, 0, message)])
}

/// Formats each template once, those that stand in others after those.
fn round(source: &str, style: &Style) -> Result<String, Vec<Problem>> {
    let mut text = source.to_owned();
    for depth in 0.. {
        // Spans of the round before would be in the way.
        proc_macro2::extra::invalidate_current_thread_spans();
        let tokens = tokens(&text)?;
        let calls = calls(tokens.clone(), depth);
        if calls.is_empty() {
            break;
        }
        let next = formatted(&text, &tokens, &calls, style)?;
        check(&text, &next)?;
        text = next;
    }
    Ok(text)
}

fn tokens(source: &str) -> Result<TokenStream, Vec<Problem>> {
    let tokens: Result<TokenStream, _> = source.parse();
    tokens.map_err(|error| {
        vec![Problem::of(
            error.span(),
            "this is no Rust: the tokens end here".to_owned(),
        )]
    })
}

fn formatted(
    source: &str,
    tokens: &TokenStream,
    calls: &[Call],
    style: &Style,
) -> Result<String, Vec<Problem>> {
    let mut fixed = grammar::literals(tokens.clone());
    fixed.extend(gap::comments(source, tokens.clone(), 0..source.len()));
    fixed.retain(|place| source[place.clone()].contains('\n'));
    let (mut text, mut end, mut problems) = (String::new(), 0, Vec::new());
    for call in calls {
        match template(source, call, &fixed, style) {
            Ok(Some(template)) => {
                let place = call.group.span().byte_range();
                text.push_str(&source[end..place.start]);
                text.push_str(&template);
                end = place.end;
            }
            Ok(None) => {}
            Err(list) => problems.extend(list),
        }
    }
    text.push_str(&source[end..]);
    if problems.is_empty() {
        Ok(text)
    } else {
        Err(problems)
    }
}

/// A template in order; none if it is part of a definition.
fn template(
    source: &str,
    call: &Call,
    fixed: &[Range<usize>],
    style: &Style,
) -> Result<Option<String>, Vec<Problem>> {
    let tokens = call.group.stream();
    if is_definition(tokens.clone()) {
        return Ok(None);
    }
    let problem = |error: &syn::Error| Problem::of(error.span(), error.to_string());
    meaning(tokens, call.has_argument)
        .map_err(|errors| errors.iter().map(problem).collect::<Vec<_>>())?;
    let template =
        grammar::template(&call.group, call.has_argument).map_err(|error| vec![problem(&error)])?;
    let layout = Layout::of(source, style, fixed, &template);
    layout.map(Some).map_err(|Misplaced(at)| {
        let message =
            "this comment would be lost; move it to where a node or an attribute can begin";
        vec![Problem::at(source, at, message)]
    })
}

/// Whether nothing but white space has changed: tokens, comments and the meaning of each template are the same.
fn check(before: &str, after: &str) -> Result<(), Vec<Problem>> {
    let problem = |message: &str| {
        let message = format!("{message} would change; please report this with the file");
        vec![Problem::at(before, 0, message)]
    };
    let (old, new) = (
        tokens(before)?,
        tokens(after).map_err(|_| problem("the tokens"))?,
    );
    if words(old.clone()) != words(new.clone()) {
        return Err(problem("the tokens"));
    }
    let comments = |source: &str, tokens: TokenStream| -> Vec<String> {
        let places = gap::comments(source, tokens, 0..source.len());
        places
            .into_iter()
            .map(|place| source[place].to_owned())
            .collect()
    };
    if comments(before, old.clone()) != comments(after, new.clone()) {
        return Err(problem("a comment"));
    }
    let is_same = meanings(&old) == meanings(&new);
    if is_same {
        Ok(())
    } else {
        Err(problem("the meaning of a template"))
    }
}

/// What each template means, those in others included.
fn meanings(tokens: &TokenStream) -> Vec<String> {
    let mut list = Vec::new();
    for depth in 0.. {
        let calls = calls(tokens.clone(), depth);
        if calls.is_empty() {
            break;
        }
        list.extend(
            calls
                .into_iter()
                .filter_map(|call| meaning(call.group.stream(), call.has_argument).ok()),
        );
    }
    list
}

/// All tokens in order, as they are written.
fn words(tokens: TokenStream) -> Vec<String> {
    let mut list = Vec::new();
    for token in tokens {
        match token {
            TokenTree::Group(group) => {
                list.push(format!("{:?}", group.delimiter()));
                list.extend(words(group.stream()));
                list.push("end".to_owned());
            }
            TokenTree::Punct(punct) => list.push(punct.as_char().to_string()),
            token => list.push(token.to_string()),
        }
    }
    list
}
