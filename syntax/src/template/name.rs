//! Names of elements and attributes: their text, and where each part of it stands.

use proc_macro2::{Ident, Span, TokenTree};
use syn::ext::IdentExt;
use syn::parse::ParseStream;
use syn::{Lit, LitStr, Token};

use super::parse::{Next, next};
use crate::name::Parts;

/// A name that may be written in several tokens.
#[derive(Clone)]
pub struct Name {
    pub text: String,
    pub span: Span,
}

impl Name {
    /// The Rust identifier of the name, as the tables spell it.
    ///
    /// A name of several tokens has no one token that rustc's suggestion could replace, so that one is kept
    /// hygienic, which keeps rustc from editing the source.
    pub fn ident(&self) -> Ident {
        let span = if self.text.contains(['-', ':']) {
            Span::mixed_site().located_at(self.span)
        } else {
            self.span
        };
        rust_ident(&self.text, span)
    }
}

/// A `data-*` name, split as the client splits it
/// (<https://data-star.dev/reference/attributes>): plugin, key, modifiers and their tags.
#[derive(Clone)]
pub struct DataName {
    /// The whole name, `data-on:click__debounce.200ms`.
    pub name: Name,
    /// `on`
    pub plugin: Name,
    /// `click`
    pub key: Option<Name>,
    /// `debounce` with `200ms`
    pub modifiers: Vec<Modifier>,
    /// Whether the name stands in quotes, and is left as it is.
    pub is_quoted: bool,
}

/// A modifier of a `data-*` name.
#[derive(Clone)]
pub struct Modifier {
    pub label: Name,
    pub tags: Vec<String>,
}

/// What [`name`] found.
pub enum AnyName {
    Bare(Name),
    Quoted(Name),
    Data(DataName),
}

/// The tokens of a name, with the offset at which each begins.
#[derive(Default)]
struct Pieces {
    text: String,
    spans: Vec<(usize, Span)>,
    quoted: bool,
}

impl Pieces {
    fn push(&mut self, text: &str, span: Span) {
        self.spans.push((self.text.len(), span));
        self.text.push_str(text);
    }

    /// The token that holds the byte at `offset`.
    fn span_at(&self, offset: usize) -> Span {
        let before = self.spans.iter().rev().find(|(start, _)| *start <= offset);
        before.map_or_else(Span::call_site, |(_, span)| *span)
    }

    /// Whether the key of a `data-*` name is to come.
    fn begins_key(&self) -> bool {
        !self.quoted
            && self.text.starts_with("data-")
            && self.text.find(':') == Some(self.text.len() - 1)
    }

    fn name(&self, start: usize, end: usize) -> Name {
        Name {
            text: self.text[start..end].to_owned(),
            span: self.span_at(start),
        }
    }
}

/// Reads a name: identifiers and literals, joined by `-` and `:`, in a `data-*` name by `.` too.
pub fn name(input: ParseStream<'_>) -> syn::Result<AnyName> {
    let pieces = pieces(input, dot_continues)?;
    Ok(classify(&pieces))
}

/// Reads the name of a class or an id, in which a dot always begins the next class.
pub fn shorthand(input: ParseStream<'_>) -> syn::Result<Name> {
    let pieces = pieces(input, |_, _| false)?;
    Ok(pieces.name(0, pieces.text.len()))
}

fn pieces(
    input: ParseStream<'_>,
    dot_continues: fn(ParseStream<'_>, &Pieces) -> bool,
) -> syn::Result<Pieces> {
    let mut pieces = Pieces::default();
    loop {
        if pieces.begins_key() && key(input, &mut pieces)? {
            return Ok(pieces);
        }
        fragment(input, &mut pieces)?;
        let dot = next(input) == Next::Punct('.') && dot_continues(input, &pieces);
        if !separator(input, &mut pieces, dot)? {
            return Ok(pieces);
        }
    }
}

/// Reads a key of any tokens, as in `data-class:md:w-[10px]="…"`: all that touch each other up to the equals sign.
fn key(input: ParseStream<'_>, pieces: &mut Pieces) -> syn::Result<bool> {
    let Some((_, last)) = pieces.spans.last() else {
        return Ok(false);
    };
    let (mut end, mut cursor, mut length) = (last.end(), input.cursor(), 0);
    // Where locations are unknown, as in an editor, nothing says what touches.
    if last.start() == end {
        return Ok(false);
    }
    loop {
        let Some((token, rest)) = cursor.token_tree() else {
            return Ok(false);
        };
        if token.span().start() != end {
            return Ok(false);
        }
        if matches!(&token, TokenTree::Punct(punct) if punct.as_char() == '=') {
            break;
        }
        (end, cursor, length) = (token.span().end(), rest, length + 1);
    }
    for _ in 0..length {
        let token: TokenTree = input.parse()?;
        let text = token
            .span()
            .source_text()
            .unwrap_or_else(|| token.to_string());
        pieces.push(&text, token.span());
    }
    Ok(true)
}

fn fragment(input: ParseStream<'_>, pieces: &mut Pieces) -> syn::Result<()> {
    match next(input) {
        // An empty fragment, as in `block--modifier`.
        Next::Punct('-' | ':') => {}
        Next::Word => {
            let ident = input.call(Ident::parse_any)?;
            pieces.push(&ident.unraw().to_string(), ident.span());
        }
        Next::Literal if input.peek(LitStr) => {
            let text: LitStr = input.parse()?;
            pieces.quoted = true;
            pieces.push(&text.value(), text.span());
        }
        Next::Literal => {
            let literal: Lit = input.parse()?;
            // A name that begins with a number is no Rust name, so no row can declare it.
            pieces.quoted |= pieces.text.is_empty();
            pieces.push(&quote::quote!(#literal).to_string(), literal.span());
        }
        _ => return Err(input.error("expected a name")),
    }
    Ok(())
}

/// Reads what joins two fragments, if the name goes on.
fn separator(input: ParseStream<'_>, pieces: &mut Pieces, dot: bool) -> syn::Result<bool> {
    let Next::Punct(mark) = next(input) else {
        return Ok(false);
    };
    if mark == '-' {
        let token: Token![-] = input.parse()?;
        pieces.push("-", token.span);
    } else if mark == ':' && !input.peek(Token![::]) {
        let token: Token![:] = input.parse()?;
        pieces.push(":", token.span);
    } else if dot {
        let token: Token![.] = input.parse()?;
        pieces.push(".", token.span);
    } else {
        return Ok(false);
    }
    Ok(true)
}

/// A dot belongs to a Datastar name with a key or modifiers if it touches it; otherwise it begins a class.
fn dot_continues(input: ParseStream<'_>, pieces: &Pieces) -> bool {
    let is_datastar = pieces.text.starts_with("data-")
        && (pieces.text.contains(':') || pieces.text.contains("__"));
    let Some((_, last)) = pieces.spans.last() else {
        return false;
    };
    let (end, dot) = (last.end(), input.span().start());
    // Where locations are unknown, as in an editor, the wire spelling is the better guess.
    is_datastar && !pieces.quoted && (end == dot || last.start() == end)
}

fn classify(pieces: &Pieces) -> AnyName {
    let whole = pieces.name(0, pieces.text.len());
    if pieces.quoted {
        AnyName::Quoted(whole)
    } else if pieces.text.starts_with("data-") {
        AnyName::Data(data_name(pieces))
    } else {
        AnyName::Bare(whole)
    }
}

fn data_name(pieces: &Pieces) -> DataName {
    let parts = Parts::of(&pieces.text["data-".len()..]);
    let mut at = "data-".len();
    let mut part = |before: usize, text: &str| {
        let start = at + before;
        at = start + text.len();
        pieces.name(start, at)
    };
    DataName {
        name: pieces.name(0, pieces.text.len()),
        plugin: part(0, parts.plugin),
        key: parts.key.map(|key| part(":".len(), key)),
        modifiers: parts
            .modifiers
            .iter()
            .map(|(label, tags)| Modifier {
                label: part("__".len(), label),
                tags: tags.iter().map(|tag| part(".".len(), tag).text).collect(),
            })
            .collect(),
        is_quoted: pieces.quoted,
    }
}

/// A quoted `data-*` name, split in the same way.
pub fn quoted_data_name(name: &Name) -> Option<DataName> {
    let mut pieces = Pieces {
        quoted: true,
        ..Pieces::default()
    };
    pieces.push(&name.text, name.span);
    name.text.starts_with("data-").then(|| data_name(&pieces))
}

/// The identifier that a row has for a wire name: `aria-label` is `aria_label`, `type` is `type_`.
pub fn rust_ident(wire: &str, span: Span) -> Ident {
    let mut name = wire.replace(['-', ':', '.'], "_");
    // `main` is no keyword, but every program has one.
    if name == "main" || !is_ident(&name, span) {
        name.push('_');
    }
    let name = if is_ident(&name, span) {
        &name
    } else {
        "invalid_name"
    };
    Ident::new(name, span)
}

/// Whether a name is an identifier and no keyword. Parsing a text is slow, so that is for names in other alphabets.
fn is_ident(name: &str, span: Span) -> bool {
    if !name.is_ascii() {
        return syn::parse_str::<Ident>(name).is_ok();
    }
    let is_word = |byte: u8| byte.is_ascii_alphanumeric() || byte == b'_';
    if !name.bytes().all(is_word) || name.bytes().next().is_none_or(|byte| byte.is_ascii_digit()) {
        return false;
    }
    let token = TokenTree::from(Ident::new(name, span));
    syn::parse2::<Ident>(token.into()).is_ok()
}
