//! Tokens to the tree of the formatter, along the grammar of the macros.
//!
//! The macros' own parser has said before that the tokens are a template. What it reads as one expression, name or
//! pattern is read by the same functions here, so that both agree where it ends.

mod attribute;
mod control;

use std::ops::Range;

use proc_macro2::{Delimiter, Group, Spacing, TokenStream, TokenTree};
use syn::parse::{ParseStream, Parser as _};
use syn::{Expr, Token};

use super::tree::{Block, Body, Element, Kind, Node, Place, Template};

/// Reads what stands between the delimiters of a macro's call.
pub(crate) fn template(group: &Group, has_argument: bool) -> syn::Result<Template> {
    let tokens: Vec<TokenTree> = group.stream().into_iter().collect();
    let mut reader = Reader {
        tokens: &tokens,
        at: 0,
        end: group.span_open().byte_range().end,
    };
    let argument = if has_argument {
        Some(reader.argument()?)
    } else {
        None
    };
    Ok(Template {
        argument,
        place: group.span().byte_range(),
        nodes: reader.nodes()?,
    })
}

/// The tokens of one group, and how far they have been read.
struct Reader<'a> {
    tokens: &'a [TokenTree],
    at: usize,
    /// Where the token before ends.
    end: usize,
}

impl Reader<'_> {
    fn peek(&self, ahead: usize) -> Option<&TokenTree> {
        self.tokens.get(self.at + ahead)
    }

    fn is_punct(&self, ahead: usize, mark: char) -> bool {
        matches!(self.peek(ahead), Some(TokenTree::Punct(punct)) if punct.as_char() == mark)
    }

    fn is_ident(&self, ahead: usize) -> bool {
        matches!(self.peek(ahead), Some(TokenTree::Ident(_)))
    }

    fn is_word(&self, ahead: usize, word: &str) -> bool {
        matches!(self.peek(ahead), Some(TokenTree::Ident(ident)) if ident == word)
    }

    fn is_path_separator(&self, ahead: usize) -> bool {
        let is_joint = matches!(self.peek(ahead), Some(TokenTree::Punct(punct)) if punct.spacing() == Spacing::Joint);
        is_joint && self.is_punct(ahead, ':') && self.is_punct(ahead + 1, ':')
    }

    fn group(&self, delimiter: Delimiter) -> Option<&Group> {
        match self.peek(0) {
            Some(TokenTree::Group(group)) if group.delimiter() == delimiter => Some(group),
            _ => None,
        }
    }

    /// Where the next token begins.
    fn start(&self) -> usize {
        self.peek(0)
            .map_or(self.end, |token| token.span().byte_range().start)
    }

    /// Takes tokens, and says where they stand.
    fn take(&mut self, count: usize) -> Place {
        let start = self.start();
        self.at = self.tokens.len().min(self.at + count);
        if let Some(last) = self
            .at
            .checked_sub(1)
            .and_then(|last| self.tokens.get(last))
        {
            self.end = last.span().byte_range().end;
        }
        start..self.end.max(start)
    }

    fn error(&self, message: &str) -> syn::Error {
        let token = self.peek(0).or(self.tokens.last());
        let span = token.map_or_else(proc_macro2::Span::call_site, TokenTree::span);
        syn::Error::new(span, message)
    }

    /// How many of the next tokens, of which there are `within`, a function takes.
    fn taken<T>(
        &self,
        within: usize,
        read: impl FnOnce(ParseStream<'_>) -> syn::Result<T>,
    ) -> syn::Result<usize> {
        let window: TokenStream = self.tokens[self.at..self.at + within]
            .iter()
            .cloned()
            .collect();
        let rest = |input: ParseStream<'_>| {
            read(input)?;
            input.parse::<TokenStream>()
        };
        Ok(within - rest.parse2(window)?.into_iter().count())
    }

    /// `out,`
    fn argument(&mut self) -> syn::Result<Place> {
        let count = self.taken(self.tokens.len() - self.at, |input| {
            input.parse::<Expr>()?;
            input.parse::<Token![,]>()
        })?;
        Ok(self.take(count))
    }

    fn nodes(&mut self) -> syn::Result<Vec<Node>> {
        let mut nodes = Vec::new();
        while self.peek(0).is_some() {
            nodes.push(self.node()?);
        }
        Ok(nodes)
    }

    fn node(&mut self) -> syn::Result<Node> {
        let start = self.start();
        let kind = if self.is_punct(0, ';') {
            self.take(1);
            Kind::Semicolon
        } else if self.is_punct(0, '@') {
            self.control()?
        } else if self.group(Delimiter::Brace).is_some() {
            Kind::Block(self.block()?)
        } else if self.group(Delimiter::Parenthesis).is_some()
            || matches!(self.peek(0), Some(TokenTree::Literal(_)))
        {
            self.take(1);
            Kind::Verbatim
        } else {
            Kind::Element(self.element()?)
        };
        Ok(Node {
            place: start..self.end,
            kind,
        })
    }

    fn block(&mut self) -> syn::Result<Block> {
        let Some(group) = self.group(Delimiter::Brace).cloned() else {
            return Err(self.error("expected `{ … }`"));
        };
        let tokens: Vec<TokenTree> = group.stream().into_iter().collect();
        let mut inner = Reader {
            tokens: &tokens,
            at: 0,
            end: group.span_open().byte_range().end,
        };
        let nodes = inner.nodes()?;
        Ok(Block {
            place: self.take(1),
            nodes,
        })
    }

    fn element(&mut self) -> syn::Result<Element> {
        let start = self.start();
        let begins_with_name = self.is_ident(0);
        if begins_with_name {
            self.element_name()?;
        } else if !self.is_punct(0, '.') && !self.is_punct(0, '#') {
            return Err(self.error("expected an element"));
        }
        let name = if begins_with_name {
            start..self.end
        } else {
            start..start
        };
        let mut attributes = Vec::new();
        while self.begins_attribute() {
            attributes.push(self.attribute()?);
        }
        let body = if self.is_punct(0, ';') {
            Body::Semicolon(self.take(1).start)
        } else if self.group(Delimiter::Brace).is_some() {
            Body::Block(self.block()?)
        } else {
            Body::None
        };
        Ok(Element {
            name,
            attributes,
            body,
        })
    }

    fn element_name(&mut self) -> syn::Result<()> {
        let mut count = 1;
        while self.is_path_separator(count) && self.is_ident(count + 2) {
            count += 3;
        }
        if count > 1 {
            self.take(count);
            return Ok(());
        }
        self.name()?;
        Ok(())
    }
}

/// Where the lines stand that nothing may be added to or taken from: those that a literal or a comment goes on in.
pub(crate) fn literals(tokens: TokenStream) -> Vec<Range<usize>> {
    let mut places = Vec::new();
    for token in tokens {
        match token {
            TokenTree::Group(group) => places.extend(literals(group.stream())),
            TokenTree::Literal(literal) => places.push(literal.span().byte_range()),
            _ => {}
        }
    }
    places
}
