//! The rows of the tables, read from their sources.
//!
//! The sources are input of macros with one regular grammar, so a few parsers read all of them, and panic at
//! whatever they do not know.

use std::fs;
use std::path::Path;

use proc_macro2::{TokenStream, TokenTree};
use syn::ext::IdentExt as _;
use syn::parse::{Parse, ParseStream, Parser as _};
use syn::punctuated::Punctuated;
use syn::token::Bracket;
use syn::{Ident, LitStr, Token, braced, bracketed};

/// Everything that both front ends know.
pub(crate) struct Tables {
    pub(crate) html: Vec<Element>,
    pub(crate) svg: Vec<Element>,
    pub(crate) mathml: Vec<Element>,
    pub(crate) global: Vec<Attribute>,
    pub(crate) presentation: Vec<Attribute>,
    pub(crate) mathml_global: Vec<Attribute>,
    pub(crate) plugins: Vec<Plugin>,
    pub(crate) pro: Vec<Plugin>,
    pub(crate) events: Vec<Event>,
}

impl Tables {
    pub(crate) fn read() -> Self {
        Self {
            html: rows("html.rs", "elements"),
            svg: rows("svg.rs", "elements"),
            mathml: rows("mathml.rs", "elements"),
            global: rows("html/global.rs", "attributes"),
            presentation: rows("svg/presentation.rs", "attributes"),
            mathml_global: rows("mathml/global.rs", "attributes"),
            plugins: rows("data/plugins.rs", "plugins"),
            pro: rows("data/pro.rs", "plugins"),
            events: rows("data/event/table.rs", "events"),
        }
    }
}

/// `/// doc` `name "wire-name": Kind { attributes }`
pub(crate) struct Element {
    pub(crate) ident: String,
    pub(crate) wire: String,
    pub(crate) kind: String,
    pub(crate) is_control: bool,
    pub(crate) attributes: Vec<Attribute>,
}

/// `/// doc` `name "wire-name": Kind["keyword", …];`
pub(crate) struct Attribute {
    pub(crate) ident: String,
    pub(crate) wire: String,
    pub(crate) kind: String,
    pub(crate) keywords: Vec<String>,
}

/// `/// doc` `name method "wire-name" [on Element]: key Presence Sort case, value Presence Kind { modifiers }`
pub(crate) struct Plugin {
    pub(crate) ident: String,
    pub(crate) method: String,
    pub(crate) wire: String,
    pub(crate) element: Option<String>,
    pub(crate) key: String,
    pub(crate) sort: String,
    pub(crate) has_case: bool,
    pub(crate) kind: String,
    pub(crate) modifiers: Vec<Modifier>,
}

/// `/// doc` `name "wire-name": Argument without other;`
pub(crate) struct Modifier {
    pub(crate) name: String,
    pub(crate) wire: String,
    pub(crate) argument: Option<String>,
    pub(crate) without: Vec<String>,
}

/// `/// doc` `name "wire-name": Interface on target;`
pub(crate) struct Event {
    pub(crate) ident: String,
    pub(crate) wire: String,
    pub(crate) target: Option<String>,
}

/// The rows of the one call of a macro in a file.
fn rows<T: Parse>(file: &str, macro_name: &str) -> Vec<T> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("src").join(file);
    let source = fs::read_to_string(path).unwrap_or_else(|error| panic!("{file}: {error}"));
    let tokens: TokenStream = source
        .parse()
        .unwrap_or_else(|error| panic!("{file}: {error}"));
    let calls = calls(tokens, macro_name);
    let [call] = calls.as_slice() else {
        panic!("{file}: {} calls of `{macro_name}!`", calls.len());
    };
    let rows = parse_rows.parse2(call.clone());
    rows.unwrap_or_else(|error| panic!("{file}: {error} at {:?}", error.span().start()))
}

/// What stands in the braces of `macro_name! { … }`.
fn calls(tokens: TokenStream, macro_name: &str) -> Vec<TokenStream> {
    let tokens: Vec<TokenTree> = tokens.into_iter().collect();
    let calls = tokens.windows(3).filter_map(|window| match window {
        [
            TokenTree::Ident(name),
            TokenTree::Punct(mark),
            TokenTree::Group(group),
        ] if name == macro_name && mark.as_char() == '!' => Some(group.stream()),
        _ => None,
    });
    calls.collect()
}

/// `@mode`, which elements and attributes begin with, and rows to the end.
fn parse_rows<T: Parse>(input: ParseStream<'_>) -> syn::Result<Vec<T>> {
    if input.peek(Token![@]) {
        input.parse::<Token![@]>()?;
        input.parse::<Ident>()?;
    }
    list(input)
}

fn list<T: Parse>(input: ParseStream<'_>) -> syn::Result<Vec<T>> {
    let mut items = Vec::new();
    while !input.is_empty() {
        items.push(input.parse()?);
    }
    Ok(items)
}

impl Parse for Element {
    fn parse(input: ParseStream<'_>) -> syn::Result<Self> {
        let (ident, wire) = names(input)?;
        input.parse::<Token![:]>()?;
        let kind = word(input)?;
        let is_control = input.peek(Ident::peek_any);
        if is_control {
            assert_eq!(word(input)?, "Control");
        }
        let attributes;
        braced!(attributes in input);
        let attributes = list(&attributes)?;
        Ok(Self {
            ident,
            wire,
            kind,
            is_control,
            attributes,
        })
    }
}

impl Parse for Attribute {
    fn parse(input: ParseStream<'_>) -> syn::Result<Self> {
        let (ident, wire) = names(input)?;
        input.parse::<Token![:]>()?;
        let kind = word(input)?;
        let mut keywords = Vec::new();
        if !input.peek(Token![;]) {
            let content;
            bracketed!(content in input);
            let literals = Punctuated::<LitStr, Token![,]>::parse_terminated(&content)?;
            keywords.extend(literals.iter().map(LitStr::value));
        }
        input.parse::<Token![;]>()?;
        Ok(Self {
            ident,
            wire,
            kind,
            keywords,
        })
    }
}

impl Parse for Plugin {
    fn parse(input: ParseStream<'_>) -> syn::Result<Self> {
        doc(input)?;
        let (ident, method) = (word(input)?, word(input)?);
        let wire = input.parse::<LitStr>()?.value();
        let element = if input.peek(Bracket) {
            let content;
            bracketed!(content in input);
            let words: Vec<String> = content.call(words)?;
            words.get(1).cloned()
        } else {
            None
        };
        input.parse::<Token![:]>()?;
        let key = words(input)?;
        input.parse::<Token![,]>()?;
        let value = words(input)?;
        let modifiers;
        braced!(modifiers in input);
        let modifiers = list(&modifiers)?;
        let at = |words: &[String], i: usize| words.get(i).cloned().unwrap_or_default();
        Ok(Self {
            ident,
            method,
            wire,
            element,
            key: at(&key, 1),
            sort: at(&key, 2),
            has_case: key.len() > 3,
            kind: at(&value, 2),
            modifiers,
        })
    }
}

impl Parse for Event {
    fn parse(input: ParseStream<'_>) -> syn::Result<Self> {
        let (ident, wire) = names(input)?;
        input.parse::<Token![:]>()?;
        let target = words(input)?.get(2).cloned();
        input.parse::<Token![;]>()?;
        Ok(Self {
            ident,
            wire,
            target,
        })
    }
}

impl Parse for Modifier {
    fn parse(input: ParseStream<'_>) -> syn::Result<Self> {
        let (name, wire) = names(input)?;
        let mut argument = None;
        if input.peek(Token![:]) {
            input.parse::<Token![:]>()?;
            argument = Some(word(input)?);
        }
        let without = words(input)?.into_iter().skip(1).collect();
        input.parse::<Token![;]>()?;
        Ok(Self {
            name,
            wire,
            argument,
            without,
        })
    }
}

/// Words up to the next punctuation.
fn words(input: ParseStream<'_>) -> syn::Result<Vec<String>> {
    let mut words = Vec::new();
    while input.peek(Ident::peek_any) {
        words.push(word(input)?);
    }
    Ok(words)
}

/// The identifier and the name in HTML, which is the identifier if it is left out.
fn names(input: ParseStream<'_>) -> syn::Result<(String, String)> {
    doc(input)?;
    let ident = word(input)?;
    let wire: Option<LitStr> = input.parse()?;
    let wire = wire.map_or_else(|| ident.clone(), |wire| wire.value());
    Ok((ident, wire))
}

fn doc(input: ParseStream<'_>) -> syn::Result<()> {
    syn::Attribute::parse_outer(input).map(drop)
}

fn word(input: ParseStream<'_>) -> syn::Result<String> {
    Ok(input.call(Ident::parse_any)?.to_string())
}
