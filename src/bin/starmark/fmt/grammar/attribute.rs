//! Attributes of elements and props of components: names, and what stands behind them.

use proc_macro2::{Delimiter, TokenTree};
use starmark_syntax::template::name;

use super::Reader;
use crate::fmt::tree::{Attribute, Place, Value};

impl Reader<'_> {
    pub(super) fn name(&mut self) -> syn::Result<Place> {
        let count = self.taken(self.name_window(), |input| name::name(input).map(drop))?;
        Ok(self.take(count))
    }

    /// As many tokens as a name can have: up to the equals sign, or to what ends the element.
    pub(super) fn name_window(&self) -> usize {
        let rest = &self.tokens[self.at..];
        let ends = |token: &TokenTree| match token {
            TokenTree::Punct(punct) => matches!(punct.as_char(), '=' | ';' | '@'),
            TokenTree::Group(group) => group.delimiter() == Delimiter::Brace,
            _ => false,
        };
        let end = rest.iter().position(ends);
        end.map_or(rest.len(), |end| end + 1)
    }

    pub(super) fn begins_attribute(&self) -> bool {
        match self.peek(0) {
            Some(TokenTree::Ident(_) | TokenTree::Literal(_)) => true,
            Some(TokenTree::Group(group)) => group.delimiter() == Delimiter::Parenthesis,
            Some(TokenTree::Punct(punct)) => matches!(punct.as_char(), '.' | '#'),
            None => false,
        }
    }

    pub(super) fn attribute(&mut self) -> syn::Result<Attribute> {
        let touches = self.start() == self.end;
        let start = self.start();
        if self.group(Delimiter::Parenthesis).is_some() {
            let place = self.take(1);
            return Ok(Attribute {
                name: place.clone(),
                place,
                touches: false,
                equals: None,
                value: Value::None,
            });
        }
        let is_shorthand = self.is_punct(0, '.') || self.is_punct(0, '#');
        let (name, equals, value) = if is_shorthand {
            let (name, value) = self.shorthand()?;
            (name, None, value)
        } else {
            let name = self.name()?;
            let (equals, value) = self.value()?;
            (name, equals, value)
        };
        Ok(Attribute {
            place: start..self.end,
            touches: touches && is_shorthand,
            name,
            equals,
            value,
        })
    }

    /// `.name[condition]`, `#name`, or a value in place of the name.
    pub(super) fn shorthand(&mut self) -> syn::Result<(Place, Value)> {
        let mark = self.take(1);
        if !matches!(
            self.peek(0),
            Some(TokenTree::Ident(_) | TokenTree::Literal(_))
        ) {
            let value = self.value_node()?;
            // The toggle of a name that is a value: nothing moves in them.
            if self.group(Delimiter::Bracket).is_some() {
                self.take(1);
                return Ok((mark.start..self.end, Value::None));
            }
            return Ok((mark, value));
        }
        let count = self.taken(self.name_window(), |input| name::shorthand(input).map(drop))?;
        let name = mark.start..self.take(count).end;
        if self.group(Delimiter::Bracket).is_some() {
            return Ok((name, Value::Verbatim(self.take(1))));
        }
        Ok((name, Value::None))
    }

    pub(super) fn value(&mut self) -> syn::Result<(Option<Place>, Value)> {
        if self.is_punct(0, '?') {
            let mark = self.take(1);
            return Ok(match self.group(Delimiter::Bracket) {
                Some(_) => (None, Value::Verbatim(mark.start..self.take(1).end)),
                None => (None, Value::Verbatim(mark)),
            });
        }
        if self.group(Delimiter::Bracket).is_some() {
            return Ok((None, Value::Verbatim(self.take(1))));
        }
        if !self.is_punct(0, '=') {
            return Ok((None, Value::None));
        }
        let equals = self.take(1);
        Ok((Some(equals), self.value_node()?))
    }

    /// A value: a literal, `(expression)`, `[option]`, `{ several }`, control flow, or a call of a macro.
    pub(super) fn value_node(&mut self) -> syn::Result<Value> {
        if self.is_punct(0, '@') || self.group(Delimiter::Brace).is_some() {
            return Ok(Value::Node(Box::new(self.node()?)));
        }
        let mut count = 1;
        if self.is_ident(0) {
            while self.is_path_separator(count) && self.is_ident(count + 2) {
                count += 3;
            }
            count += 2;
        }
        Ok(Value::Verbatim(self.take(count)))
    }
}
