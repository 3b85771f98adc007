//! The rows of the tables, read from their sources.
//!
//! The sources are input of macros with one regular grammar, so a few parsers read all of them, and panic at
//! whatever they do not know.

use std::fs;
use std::path::Path;

use proc_macro2::{TokenStream, TokenTree};
use syn::parse::{Parse, ParseStream, Parser as _};
use syn::punctuated::Punctuated;
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
    pub(crate) events: Vec<String>,
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
            events: rows("data/event.rs", "events")
                .into_iter()
                .map(|event: Ident| event.to_string())
                .collect(),
        }
    }
}

/// `/// doc` `name "wire-name": Kind { attributes }`
pub(crate) struct Element {
    pub(crate) ident: String,
    pub(crate) wire: String,
    pub(crate) kind: String,
    pub(crate) attributes: Vec<Attribute>,
}

/// `/// doc` `name "wire-name": Kind["keyword", …];`
pub(crate) struct Attribute {
    pub(crate) ident: String,
    pub(crate) wire: String,
    pub(crate) kind: String,
    pub(crate) keywords: Vec<String>,
}

/// `/// doc` `form name method "wire-name": key Presence, value Presence, Kind { modifiers }`
pub(crate) struct Plugin {
    pub(crate) is_keyed: bool,
    pub(crate) ident: String,
    pub(crate) method: String,
    pub(crate) wire: String,
    pub(crate) kind: String,
    pub(crate) modifiers: Vec<Modifier>,
}

/// `/// doc` `name: Argument;`
pub(crate) struct Modifier {
    pub(crate) name: String,
    pub(crate) argument: Option<String>,
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
        let attributes;
        braced!(attributes in input);
        let attributes = list(&attributes)?;
        Ok(Self {
            ident,
            wire,
            kind,
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
        let is_keyed = word(input)? == "keyed";
        let (ident, method) = (word(input)?, word(input)?);
        let wire = input.parse::<LitStr>()?.value();
        input.parse::<Token![:]>()?;
        for label in ["key", "value"] {
            assert_eq!(word(input)?, label);
            word(input)?;
            input.parse::<Token![,]>()?;
        }
        let kind = word(input)?;
        let modifiers;
        braced!(modifiers in input);
        let modifiers = list(&modifiers)?;
        Ok(Self {
            is_keyed,
            ident,
            method,
            wire,
            kind,
            modifiers,
        })
    }
}

impl Parse for Modifier {
    fn parse(input: ParseStream<'_>) -> syn::Result<Self> {
        doc(input)?;
        let name = word(input)?;
        let mut argument = None;
        if input.peek(Token![:]) {
            input.parse::<Token![:]>()?;
            argument = Some(word(input)?);
        }
        input.parse::<Token![;]>()?;
        Ok(Self { name, argument })
    }
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
    Ok(input.parse::<Ident>()?.to_string())
}
