//! Tokens to the tree of the formatter, along the grammar of the macros.
//!
//! The macros' own parser has said before that the tokens are a template. What it reads as one expression, name or
//! pattern is read by the same functions here, so that both agree where it ends.

use std::ops::Range;

use proc_macro2::{Delimiter, Group, Spacing, TokenStream, TokenTree};
use starmark_syntax::template::name;
use syn::parse::{ParseStream, Parser as _};
use syn::{Expr, Pat, Token};

use super::tree::{
    Arm, Attribute, Block, Body, Element, Kind, Match, Node, Place, Template, Value,
};

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

    fn name(&mut self) -> syn::Result<Place> {
        let count = self.taken(self.name_window(), |input| name::name(input).map(drop))?;
        Ok(self.take(count))
    }

    /// As many tokens as a name can have: up to the equals sign, or to what ends the element.
    fn name_window(&self) -> usize {
        let rest = &self.tokens[self.at..];
        let ends = |token: &TokenTree| match token {
            TokenTree::Punct(punct) => matches!(punct.as_char(), '=' | ';' | '@'),
            TokenTree::Group(group) => group.delimiter() == Delimiter::Brace,
            _ => false,
        };
        let end = rest.iter().position(ends);
        end.map_or(rest.len(), |end| end + 1)
    }

    fn begins_attribute(&self) -> bool {
        match self.peek(0) {
            Some(TokenTree::Ident(_) | TokenTree::Literal(_)) => true,
            Some(TokenTree::Group(group)) => group.delimiter() == Delimiter::Parenthesis,
            Some(TokenTree::Punct(punct)) => matches!(punct.as_char(), '.' | '#'),
            None => false,
        }
    }

    fn attribute(&mut self) -> syn::Result<Attribute> {
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
    fn shorthand(&mut self) -> syn::Result<(Place, Value)> {
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

    fn value(&mut self) -> syn::Result<(Option<Place>, Value)> {
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
    fn value_node(&mut self) -> syn::Result<Value> {
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

    fn control(&mut self) -> syn::Result<Kind> {
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
    fn clause(&mut self) -> syn::Result<(Place, Block)> {
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
    fn head(&mut self, is_loop: bool) -> syn::Result<()> {
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

    fn match_(&mut self, start: usize) -> syn::Result<Match> {
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

    fn arm(&mut self) -> syn::Result<Arm> {
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

    fn is_arrow(&self, ahead: usize) -> bool {
        let is_joint = matches!(self.peek(ahead), Some(TokenTree::Punct(punct)) if punct.spacing() == Spacing::Joint);
        is_joint && self.is_punct(ahead, '=') && self.is_punct(ahead + 1, '>')
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
