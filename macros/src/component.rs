//! `#[component]`: a function or a struct as something that templates call like an element.
//!
//! The fields of the struct are the props; `builder` prints how they are given.

mod builder;
mod function;

use proc_macro2::{Delimiter, Group, Ident, Span, TokenStream, TokenTree};
use quote::quote;
use syn::{Attribute, Expr, Field, Fields, Item, ItemStruct, Type, parse_quote};

use self::builder::{builder, inside_option};
use self::function::from_function;

/// Expands the attribute on a function or a struct.
pub(crate) fn expand(arguments: &TokenStream, item: &TokenStream) -> TokenStream {
    let expanded = match syn::parse2::<Item>(item.clone()) {
        Ok(Item::Struct(item)) => component(arguments, item),
        Ok(Item::Fn(item)) => from_function(arguments, item),
        Ok(_) => Err(syn::Error::new(
            first_span(item),
            "a component is a function, or a struct with named fields",
        )),
        Err(error) => Err(error),
    };
    expanded.unwrap_or_else(|error| {
        let (error, item) = (error.to_compile_error(), without_props(item.clone()));
        quote!(#error #item)
    })
}

fn first_span(tokens: &TokenStream) -> Span {
    tokens
        .clone()
        .into_iter()
        .next()
        .map_or_else(Span::call_site, |token| token.span())
}

/// The item without its `#[prop(…)]`, which only this macro knows.
fn without_props(item: TokenStream) -> TokenStream {
    let mut tokens: Vec<TokenTree> = Vec::new();
    for token in item {
        match token {
            TokenTree::Group(group) if is_prop(&group) => {
                tokens.pop(); // The `#` before it.
            }
            TokenTree::Group(group) => {
                let mut inner = Group::new(group.delimiter(), without_props(group.stream()));
                inner.set_span(group.span());
                tokens.push(inner.into());
            }
            token => tokens.push(token),
        }
    }
    tokens.into_iter().collect()
}

fn is_prop(group: &Group) -> bool {
    let first = group.stream().into_iter().next();
    group.delimiter() == Delimiter::Bracket
        && first.is_some_and(|first| first.to_string() == "prop")
}

/// The path of the library: `::starmark`, or what `#[component(crate = path)]` says.
fn library(arguments: &TokenStream) -> syn::Result<syn::Path> {
    if arguments.is_empty() {
        return Ok(parse_quote!(::starmark));
    }
    let parser = |input: syn::parse::ParseStream<'_>| {
        input.parse::<syn::Token![crate]>()?;
        input.parse::<syn::Token![=]>()?;
        input.call(syn::Path::parse_mod_style)
    };
    syn::parse::Parser::parse2(parser, arguments.clone())
}

/// How a prop may be given.
struct Prop {
    name: Ident,
    of: Type,
    /// What stands in for a prop that is not given; without one, it must be.
    default: Option<TokenStream>,
    setter: Setter,
    docs: Vec<Attribute>,
}

/// What a setter takes.
enum Setter {
    /// The prop itself.
    Plain,
    /// What can be turned into it.
    Into,
    /// What is inside its `Option`.
    Some(Box<Type>),
}

fn component(arguments: &TokenStream, mut item: ItemStruct) -> syn::Result<TokenStream> {
    let library = library(arguments)?;
    let Fields::Named(fields) = &mut item.fields else {
        return Err(syn::Error::new(
            item.ident.span(),
            "a component is a struct with named fields: `struct Name { }`",
        ));
    };
    let mut props = Vec::new();
    for field in &mut fields.named {
        props.push(prop(field)?);
    }
    let builder = builder(&library, &item, &props);
    Ok(quote!(#item #builder))
}

/// Takes the `#[prop(…)]` off a field and reads it.
fn prop(field: &mut Field) -> syn::Result<Prop> {
    let name = field
        .ident
        .clone()
        .unwrap_or_else(|| Ident::new("children", Span::call_site()));
    let mut prop = Prop {
        name,
        of: field.ty.clone(),
        default: None,
        setter: Setter::Plain,
        docs: Vec::new(),
    };
    for attribute in std::mem::take(&mut field.attrs) {
        if attribute.path().is_ident("prop") {
            read_prop(&attribute, &mut prop)?;
        } else {
            field.attrs.push(attribute);
        }
    }
    let docs = field.attrs.iter();
    let docs = docs.filter(|attribute| attribute.path().is_ident("doc"));
    prop.docs = docs.cloned().collect();
    if prop.default.is_none() && is_named(&field.ty, "Children") {
        prop.default = Some(quote!(::core::default::Default::default()));
    }
    Ok(prop)
}

fn read_prop(attribute: &Attribute, prop: &mut Prop) -> syn::Result<()> {
    attribute.parse_nested_meta(|meta| {
        if meta.path.is_ident("default") {
            prop.default = Some(match meta.value() {
                Ok(value) => {
                    let value: Expr = value.parse()?;
                    quote!(#value)
                }
                Err(_) => quote!(::core::default::Default::default()),
            });
        } else if meta.path.is_ident("into") {
            prop.setter = Setter::Into;
        } else if meta.path.is_ident("optional") {
            let Some(of) = inside_option(&prop.of) else {
                return Err(syn::Error::new_spanned(
                    &prop.of,
                    "an `optional` prop has the type `Option<…>`; write `default` for others",
                ));
            };
            prop.default = Some(quote!(::core::option::Option::None));
            prop.setter = Setter::Some(Box::new(of));
        } else {
            return Err(meta.error("expected `default`, `default = value`, `into` or `optional`"));
        }
        Ok(())
    })
}

fn is_named(of: &Type, name: &str) -> bool {
    matches!(of, Type::Path(path) if path.path.segments.last().is_some_and(|last| last.ident == name))
}
