//! `#[route]`: a handler's method and path, declared once.
//!
//! The path is read by `path`, compared with the handler's arguments here, and printed by `expand`. The handler
//! stays as it is; beside it, in the namespace of types, a type of the same name holds the arguments that stand in
//! the address.

mod expand;
mod path;

use proc_macro2::{Ident, Span, TokenStream};
use quote::quote;
use syn::ext::IdentExt as _;
use syn::parse::{Parse, ParseStream};
use syn::{FnArg, ItemFn, LitStr, Pat, Path, Token, Type};

use path::{Piece, Place};
use starmark_syntax::errors::Errors;

/// The words of the attribute, and the methods that they are.
const METHODS: [(&str, &str); 6] = [
    ("get", "GET"),
    ("post", "POST"),
    ("put", "PUT"),
    ("patch", "PATCH"),
    ("delete", "DELETE"),
    ("query", "QUERY"),
];

/// Expands the attribute.
pub(crate) fn expand(arguments: TokenStream, item: &TokenStream) -> TokenStream {
    let function = match syn::parse2::<ItemFn>(item.clone()) {
        Ok(function) => function,
        Err(error) => {
            let message = syn::Error::new(
                error.span(),
                "`#[route]` is for the `async fn` of a handler",
            );
            let error = message.to_compile_error();
            return quote!(#error #item);
        }
    };
    let mut errors = Errors::default();
    let route = match syn::parse2::<Declaration>(arguments) {
        Ok(declaration) => Some(Route::new(declaration, &function, &mut errors)),
        Err(error) => {
            errors.push(error);
            None
        }
    };
    let is_wrong = !errors.is_empty();
    let errors = errors.into_tokens();
    match route {
        Some(route) if !is_wrong => expand::route(&route, &function),
        // Without the function, every mention of it would be one more error.
        _ => quote!(#errors #function),
    }
}

/// What stands in the attribute: `post "/tickets/{id}", stream, crate = path`.
struct Declaration {
    method: Ident,
    path: LitStr,
    is_stream: bool,
    krate: Path,
}

impl Parse for Declaration {
    fn parse(input: ParseStream<'_>) -> syn::Result<Self> {
        let example = "write a method and a path, such as `get \"/tickets/{id}\"`";
        let method = input
            .call(Ident::parse_any)
            .map_err(|error| syn::Error::new(error.span(), example))?;
        if !METHODS.iter().any(|(word, _)| method == word) {
            return Err(syn::Error::new(method.span(), unknown(&method)));
        }
        let path: LitStr = input.parse().map_err(|error| {
            syn::Error::new(error.span(), format!("a path is a literal: {example}"))
        })?;
        let mut declaration = Self {
            method,
            path,
            is_stream: false,
            krate: syn::parse_quote!(::starmark),
        };
        while !input.is_empty() {
            input
                .parse::<Token![,]>()
                .map_err(|error| syn::Error::new(error.span(), "expected a comma or the end"))?;
            if !input.is_empty() {
                declaration.option(input)?;
            }
        }
        Ok(declaration)
    }
}

impl Declaration {
    fn option(&mut self, input: ParseStream<'_>) -> syn::Result<()> {
        let word = input.call(Ident::parse_any).map_err(|error| {
            syn::Error::new(error.span(), "expected `stream` or `crate = path`")
        })?;
        if word == "stream" && !self.is_stream {
            self.is_stream = true;
        } else if word == "crate" {
            input.parse::<Token![=]>()?;
            self.krate = input.call(Path::parse_mod_style)?;
        } else {
            let message = format!(
                "a route has no option `{word}`, or has it twice; there are `stream` and `crate = path`"
            );
            return Err(syn::Error::new(word.span(), message));
        }
        Ok(())
    }
}

fn unknown(method: &Ident) -> String {
    let word = method.to_string();
    let lower = word.to_ascii_lowercase();
    if METHODS.iter().any(|(known, _)| *known == lower) {
        format!("write the method in lower case: `{lower}`")
    } else {
        format!(
            "a route has no method `{word}`; there are `get`, `post`, `put`, `patch`, `delete` and `query`"
        )
    }
}

/// A declaration that fits its handler.
struct Route {
    method: Ident,
    krate: Path,
    is_stream: bool,
    pieces: Vec<Piece>,
    arguments: Vec<Argument>,
}

/// An argument of the handler.
struct Argument {
    of: Type,
    /// Its name, and where it stands, if it is in the address.
    place: Option<(Ident, Place)>,
}

impl Argument {
    fn is_optional(&self) -> bool {
        is_option(&self.of)
    }
}

impl Route {
    fn new(declaration: Declaration, function: &ItemFn, errors: &mut Errors) -> Self {
        check_signature(function, errors);
        let pieces = path::read(&declaration.path.value()).unwrap_or_else(|problem| {
            errors.at(declaration.path.span(), problem);
            Vec::new()
        });
        let is_path_wrong = pieces.is_empty();
        let mut arguments = Vec::new();
        for argument in &function.sig.inputs {
            match argument {
                FnArg::Typed(argument) => {
                    let argument = read_argument(argument, &pieces, errors);
                    if !is_path_wrong {
                        check_unused(&argument, errors);
                    }
                    arguments.push(argument.0);
                }
                FnArg::Receiver(receiver) => errors.at(
                    receiver.self_token.span,
                    "a handler is a function without `self`",
                ),
            }
        }
        for piece in &pieces {
            let Some(name) = piece.argument() else {
                continue;
            };
            let is_there = |argument: &Argument| matches!(&argument.place, Some((ident, _)) if ident.unraw() == name);
            if !arguments.iter().any(is_there) {
                let message = format!(
                    "the path has `{{{name}}}`, but `{}` has no argument `{name}`",
                    function.sig.ident
                );
                errors.at(declaration.path.span(), message);
            }
        }
        Self {
            method: declaration.method,
            krate: declaration.krate,
            is_stream: declaration.is_stream,
            pieces,
            arguments,
        }
    }

    /// The method as a request has it.
    fn method(&self) -> &'static str {
        let found = METHODS.iter().find(|(word, _)| self.method == word);
        found.map_or("", |(_, method)| method)
    }

    /// The arguments in the address: name, type, place.
    fn placed(&self) -> impl Iterator<Item = (&Ident, &Argument, Place)> {
        self.arguments.iter().filter_map(|argument| {
            let (name, place) = argument.place.as_ref()?;
            Some((name, argument, *place))
        })
    }
}

fn check_signature(function: &ItemFn, errors: &mut Errors) {
    let signature = &function.sig;
    if signature.asyncness.is_none() {
        errors.at(signature.fn_token.span, "a handler is an `async fn`");
    }
    if let Some(parameter) = signature.generics.params.first() {
        let span = syn::spanned::Spanned::span(parameter);
        errors.at(
            span,
            "a route has one handler, so its function has no generic parameters",
        );
    }
}

/// An argument, and its name if it is a plain one that is not in the address.
fn read_argument<'a>(
    argument: &'a syn::PatType,
    pieces: &[Piece],
    errors: &mut Errors,
) -> (Argument, Option<&'a Ident>) {
    let mut read = Argument {
        of: (*argument.ty).clone(),
        place: None,
    };
    let Pat::Ident(pattern) = &*argument.pat else {
        return (read, None);
    };
    let name = pattern.ident.unraw().to_string();
    let Some(piece) = pieces
        .iter()
        .find(|piece| piece.argument() == Some(name.as_str()))
    else {
        return (read, Some(&pattern.ident));
    };
    let place = piece.place();
    if let Type::Reference(reference) = &*argument.ty {
        let message = "an argument in the address is owned: `String` instead of `&str`";
        errors.at(reference.and_token.span, message);
    }
    if place == Place::Path && is_option(&argument.ty) {
        let span = syn::spanned::Spanned::span(&argument.ty);
        errors.at(
            span,
            format!("a segment of a path cannot be left out; an `Option` can stand in the query: `?{{{name}}}`"),
        );
    }
    read.place = Some((pattern.ident.clone(), place));
    (read, None)
}

/// A number or a `bool` is no extractor: it was meant to be in the address.
fn check_unused((argument, name): &(Argument, Option<&Ident>), errors: &mut Errors) {
    const VALUES: [&str; 16] = [
        "u8", "u16", "u32", "u64", "u128", "usize", "i8", "i16", "i32", "i64", "i128", "isize",
        "f32", "f64", "bool", "char",
    ];
    let Some(name) = name else { return };
    let is_value = |of: &Type| matches!(of, Type::Path(path) if VALUES.iter().any(|value| path.path.is_ident(value)));
    if is_value(&argument.of) || inner(&argument.of).is_some_and(is_value) {
        let name_text = name.unraw();
        let message = format!(
            "the path does not have `{name_text}`: add the segment `/{{{name_text}}}` or the parameter `?{{{name_text}}}`"
        );
        errors.at(name.span(), message);
    }
}

fn is_option(of: &Type) -> bool {
    inner(of).is_some()
}

/// The type within an `Option`.
fn inner(of: &Type) -> Option<&Type> {
    let Type::Path(path) = of else { return None };
    let last = path.path.segments.last()?;
    let syn::PathArguments::AngleBracketed(arguments) = &last.arguments else {
        return None;
    };
    match arguments.args.first() {
        Some(syn::GenericArgument::Type(inner)) if last.ident == "Option" => Some(inner),
        _ => None,
    }
}

/// A span for what the user did not write.
fn hidden() -> Span {
    Span::mixed_site()
}

#[cfg(test)]
mod tests;
