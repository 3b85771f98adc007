//! Code into tokens, one at a time, because only the parser knows what a `/` begins.

use std::collections::BTreeMap;

use super::rewrite;
use super::text::{Text, is_space};
use super::token::{HOLE, Kind, MARKS, Region, Token, begins_name, continues_name};
use super::wording::{Read, problem, quote};

/// The place in the code up to which it was read.
pub(super) struct Lexer<'t> {
    pub(super) text: &'t Text,
    pub(super) code: &'t str,
    pub(super) at: usize,
    /// What is not code: where it begins, what it is, where it ends.
    pub(super) regions: BTreeMap<usize, (Region, usize)>,
}

impl<'t> Lexer<'t> {
    pub(super) fn new(text: &'t Text) -> Self {
        Self {
            text,
            code: &text.code,
            at: 0,
            regions: BTreeMap::new(),
        }
    }

    pub(super) fn rest(&self) -> &'t str {
        &self.code[self.at..]
    }

    /// The first character of the rest.
    pub(super) fn first(&self) -> Option<char> {
        self.rest().chars().next()
    }

    /// Reads the next token.
    pub(super) fn next(&mut self) -> Read<Token> {
        let newline = self.skip()?;
        let start = self.at;
        let kind = self.kind()?;
        Ok(Token {
            kind,
            start,
            end: self.at,
            newline,
        })
    }

    fn kind(&mut self) -> Read<Kind> {
        let Some(first) = self.first() else {
            return Ok(Kind::End);
        };
        let second = self.rest()[first.len_utf8()..].chars().next();
        match first {
            HOLE => Ok(self.take(first.len_utf8(), Kind::Hole)),
            '"' | '\'' => self.string(first),
            '0'..='9' => self.number(),
            '.' if second.is_some_and(|c| c.is_ascii_digit()) => self.number(),
            '#' if second.is_some_and(begins_name) => {
                self.at += 1;
                self.name(Kind::Private)
            }
            '@' => match rewrite::action(self.rest()) {
                Some(length) => Ok(self.take(length, Kind::Action)),
                None => Ok(self.take(1, Kind::Mark)),
            },
            _ => self.name_or_mark(first),
        }
    }

    fn name_or_mark(&mut self, first: char) -> Read<Kind> {
        if let Some(length) = rewrite::signal(self.rest()) {
            return Ok(self.take(length, Kind::Signal));
        }
        if begins_name(first) || self.rest().starts_with("\\u") {
            return self.name(Kind::Name);
        }
        match MARKS.iter().find(|mark| self.rest().starts_with(**mark)) {
            // `a?.5:1` is a question and a number.
            Some(&"?.") if self.rest()[2..].starts_with(|c: char| c.is_ascii_digit()) => {
                Ok(self.take(1, Kind::Mark))
            }
            Some(mark) => Ok(self.take(mark.len(), Kind::Mark)),
            None => foreign(first),
        }
    }

    fn take(&mut self, length: usize, kind: Kind) -> Kind {
        self.at += length;
        kind
    }

    fn name(&mut self, kind: Kind) -> Read<Kind> {
        let start = self.at;
        while let Some(c) = self.first() {
            if c == '$' && self.at > start && rewrite::signal(self.rest()).is_some() {
                return self.signal_inside(start);
            }
            if c == '\\' && self.rest()[1..].starts_with('u') {
                self.at += "\\u".len();
                let braces = self
                    .rest()
                    .strip_prefix('{')
                    .and_then(|rest| rest.find('}'));
                self.at += braces.map_or(0, |end| end + "{}".len());
            } else if continues_name(c) {
                self.at += c.len_utf8();
            } else {
                break;
            }
        }
        Ok(kind)
    }

    /// `jq$x`, `$$x`: the client finds a signal inside of a name.
    fn signal_inside<T>(&self, start: usize) -> Read<T> {
        let length = rewrite::signal(self.rest()).unwrap_or_default();
        let signal = &self.rest()[..length];
        let whole = &self.code[start..self.at + length];
        problem(format!(
            "in {} the client reads the signal {}; a name with `$` before other letters does not work",
            quote(whole),
            quote(signal)
        ))
    }

    /// Skips blanks and comments, and says whether there was a line break.
    fn skip(&mut self) -> Read<bool> {
        let mut newline = self.at == 0;
        while let Some(c) = self.first() {
            if is_space(c) {
                newline |= rewrite::is_line_end(c);
                self.at += c.len_utf8();
            } else if self.begins_line_comment(newline) {
                self.line_comment();
            } else if self.rest().starts_with("/*") {
                newline |= self.comment()?;
            } else {
                break;
            }
        }
        Ok(newline)
    }

    /// Scripts may still hide from browsers of 1995, so `<!--` begins a comment as well.
    fn begins_line_comment(&self, newline: bool) -> bool {
        self.rest().starts_with("//")
            || self.rest().starts_with("<!--")
            || (newline && self.rest().starts_with("-->"))
    }

    fn line_comment(&mut self) {
        let end = self.rest().find(rewrite::is_line_end);
        let end = end.map_or(self.code.len(), |length| self.at + length);
        self.regions.insert(self.at, (Region::LineComment, end));
        self.at = end;
    }

    fn comment(&mut self) -> Read<bool> {
        let Some(length) = self.rest()[2..].find("*/") else {
            return problem(format!(
                "the comment {} is not closed with `*/`",
                quote(self.rest())
            ));
        };
        let comment = &self.rest()[..length + "/**/".len()];
        self.mark(Region::Comment, self.at, self.at + comment.len());
        self.at += comment.len();
        Ok(comment.contains(rewrite::is_line_end))
    }

    pub(super) fn mark(&mut self, region: Region, start: usize, end: usize) {
        self.regions.insert(start, (region, end));
    }

    /// Says that a piece of text was not closed, or that the client cut it.
    pub(super) fn unclosed<T>(&self, what: &str, start: usize, end: usize) -> Read<T> {
        if self.text.cuts.contains(&end) {
            return self.cut(what, start);
        }
        problem(format!(
            "the {what} {} is not closed",
            quote(&self.code[start..end])
        ))
    }

    /// Says that the client cut a piece of text.
    pub(super) fn cut<T>(&self, what: &str, start: usize) -> Read<T> {
        let (before, place) = (&self.code[..start], quote(&self.code[start..]));
        let (cause, advice) = if before.contains('/') {
            (
                "takes the text between two `/` for a regular expression",
                "this `;` as `\\x3b`",
            )
        } else if before.contains(r"\\") {
            ("misreads `\\\\'` before it", "`\\\\` as `\\x5c`")
        } else {
            ("misreads a quote before it", "this `;` as `\\x3b`")
        };
        problem(format!(
            "the client cuts the {what} {place} at its `;`, because it {cause}; write {advice}"
        ))
    }

    /// Whether the code is cut somewhere in a range.
    pub(super) fn is_cut(&self, start: usize, end: usize) -> bool {
        self.text.cuts.iter().any(|cut| (start..end).contains(cut))
    }

    pub(super) fn slice(&self, token: Token) -> &'t str {
        &self.code[token.start..token.end]
    }
}

/// A character that no token begins with.
fn foreign(c: char) -> Read<Kind> {
    match c {
        '‘' | '’' | '“' | '”' | '„' => {
            problem(format!("`{c}` is not a quote of JavaScript; write `'`"))
        }
        _ => problem(format!("the character `{c}` means nothing in JavaScript")),
    }
}
