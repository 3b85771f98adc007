//! `@if`, `@for`, `@while`, `@match` and `@let`.

use proc_macro2::{Delimiter, Spacing, TokenTree};
use syn::{Expr, Pat, Token};

use super::Reader;
use crate::fmt::tree::{Arm, Block, Kind, Match, Place};

impl Reader<'_> {
    pub(super) fn control(&mut self) -> syn::Result<Kind> {
        let start = self.start();
        if self.is_word(1, "let") {
            let rest = &self.tokens[self.at..];
            let is_end = |token: &TokenTree| matches!(token, TokenTree::Punct(punct) if punct.as_char() == ';');
            let end = rest.iter().position(is_end).unwrap_or(rest.len());
            self.take(end + 1);
            return Ok(Kind::Let);
        }
        if self.is_word(1, "match") {
            return self.match_(start).map(Kind::Match);
        }
        let mut clauses = vec![self.clause()?];
        while self.is_punct(0, '@') && self.is_word(1, "else") {
            clauses.push(self.clause()?);
        }
        Ok(Kind::Control(clauses))
    }

    /// `@if condition { … }`, `@else if condition { … }`, `@else { … }`, `@for … in … { … }` or `@while … { … }`
    pub(super) fn clause(&mut self) -> syn::Result<(Place, Block)> {
        let start = self.start();
        let is_loop = self.is_word(1, "for");
        let has_else = self.is_word(1, "else");
        self.take(2);
        if has_else && self.is_word(0, "if") {
            self.take(1);
        } else if has_else {
            return Ok((start..self.end, self.block()?));
        }
        self.head(is_loop)?;
        Ok((start..self.end, self.block()?))
    }

    /// Takes an expression before a body, or a pattern, `in` and an expression: up to the first brace that leaves a whole
    /// one before it.
    pub(super) fn head(&mut self, is_loop: bool) -> syn::Result<()> {
        let rest = &self.tokens[self.at..];
        let is_brace = |token: &TokenTree| matches!(token, TokenTree::Group(group) if group.delimiter() == Delimiter::Brace);
        let braces = rest.iter().enumerate().filter(|(_, token)| is_brace(token));
        let mut braces = braces.map(|(at, _)| at);
        let is_whole = |count: &usize| {
            let taken = self.taken(*count, |input| {
                if is_loop {
                    Pat::parse_multi_with_leading_vert(input)?;
                    input.parse::<Token![in]>()?;
                }
                Expr::parse_without_eager_brace(input)
            });
            taken.is_ok_and(|taken| taken == *count)
        };
        let count = braces.find(is_whole);
        let Some(count) = count else {
            return Err(self.error("expected an expression and `{ … }`"));
        };
        self.take(count);
        Ok(())
    }

    pub(super) fn match_(&mut self, start: usize) -> syn::Result<Match> {
        self.take(2);
        self.head(false)?;
        let head = start..self.end;
        let Some(group) = self.group(Delimiter::Brace).cloned() else {
            return Err(self.error("expected `{ … }`"));
        };
        let tokens: Vec<TokenTree> = group.stream().into_iter().collect();
        let mut inner = Reader {
            tokens: &tokens,
            at: 0,
            end: group.span_open().byte_range().end,
        };
        let mut arms = Vec::new();
        while inner.peek(0).is_some() {
            arms.push(inner.arm()?);
        }
        Ok(Match {
            head,
            place: self.take(1),
            arms,
        })
    }

    pub(super) fn arm(&mut self) -> syn::Result<Arm> {
        let start = self.start();
        let rest = self.tokens.len() - self.at;
        let Some(count) = (0..rest).find(|&at| self.is_arrow(at)) else {
            return Err(self.error("expected `=>`"));
        };
        let pattern = self.take(count);
        let arrow = self.take(2);
        let body = match self.peek(0) {
            Some(_) if !self.is_punct(0, ',') => Some(self.node()?),
            _ => None,
        };
        let comma = self.is_punct(0, ',').then(|| self.take(1));
        Ok(Arm {
            place: start..self.end,
            pattern,
            arrow,
            body,
            comma,
        })
    }

    pub(super) fn is_arrow(&self, ahead: usize) -> bool {
        let is_joint = matches!(self.peek(ahead), Some(TokenTree::Punct(punct)) if punct.spacing() == Spacing::Joint);
        is_joint && self.is_punct(ahead, '=') && self.is_punct(ahead + 1, '>')
    }
}
