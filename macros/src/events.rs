//! `#[events]`: methods of a state that pages can call.
//!
//! A method stays as it is. Beside it, its name becomes an action of the same arguments, and a branch of the function
//! that reads them from a request: all of them before the method runs.

mod expand;

use proc_macro2::{Ident, Span, TokenStream};
use quote::quote;
use syn::ext::IdentExt as _;
use syn::parse::{Parse, ParseStream};
use syn::punctuated::Punctuated;
use syn::spanned::Spanned as _;
use syn::{
    Attribute, Expr, FnArg, ImplItem, ImplItemFn, ItemImpl, Meta, Pat, PatType, Path, ReturnType,
    Token, Type,
};

use starmark_syntax::errors::Errors;

/// Expands the attribute.
pub(crate) fn expand(arguments: TokenStream, item: &TokenStream) -> TokenStream {
    let mut block = match syn::parse2::<ItemImpl>(item.clone()) {
        Ok(block) => block,
        Err(error) => {
            let message =
                "`#[events]` is for an `impl` block of a state: `#[events] impl Counter { … }`";
            let error = syn::Error::new(error.span(), message).to_compile_error();
            return quote!(#error #item);
        }
    };
    let mut errors = Errors::default();
    let library = syn::parse2::<Library>(arguments).unwrap_or_else(|error| {
        errors.push(error);
        Library::default()
    });
    let Some(state) = name(&block, &mut errors) else {
        let errors = errors.into_tokens();
        return quote!(#errors #block);
    };
    let mut events = Vec::new();
    for item in &mut block.items {
        if let ImplItem::Fn(method) = item
            && let Some(attribute) = take_event(method)
        {
            events.extend(Event::read(&attribute, method, &mut errors));
        }
    }
    let expanded = expand::events(&library.0, &state, &events);
    let errors = errors.into_tokens();
    quote!(#errors #block #expanded)
}

/// `crate = path`
struct Library(Path);

impl Default for Library {
    fn default() -> Self {
        Self(syn::parse_quote!(::starmark))
    }
}

impl Parse for Library {
    fn parse(input: ParseStream<'_>) -> syn::Result<Self> {
        if input.is_empty() {
            return Ok(Self::default());
        }
        let message = |error: syn::Error| {
            syn::Error::new(error.span(), "expected nothing, or `crate = path`")
        };
        input.parse::<Token![crate]>().map_err(message)?;
        input.parse::<Token![=]>().map_err(message)?;
        input.call(Path::parse_mod_style).map(Self)
    }
}

/// The name of the state.
fn name(block: &ItemImpl, errors: &mut Errors) -> Option<Ident> {
    if let Some((_, path, _)) = &block.trait_ {
        errors.at(
            path.span(),
            "`#[events]` is for methods of the state itself",
        );
        return None;
    }
    if let Some(parameter) = block.generics.params.first() {
        errors.at(parameter.span(), "a state has no generic parameters");
        return None;
    }
    match &*block.self_ty {
        Type::Path(path) if path.path.get_ident().is_some() => path.path.get_ident().cloned(),
        other => {
            errors.at(
                other.span(),
                "write the name of the state, imported where it is elsewhere",
            );
            None
        }
    }
}

/// Removes `#[event]` from a method.
fn take_event(method: &mut ImplItemFn) -> Option<Attribute> {
    let place = method
        .attrs
        .iter()
        .position(|it| it.path().is_ident("event"))?;
    Some(method.attrs.remove(place))
}

/// A method that pages can call.
struct Event {
    name: Ident,
    docs: Vec<Attribute>,
    cfgs: Vec<Attribute>,
    is_async: bool,
    /// Whether it changes the state itself, when it likes, and answers itself.
    has_current: bool,
    arguments: Vec<Argument>,
    /// Where the method says what it returns.
    returned: Span,
}

/// What a method takes besides the state.
enum Argument {
    /// A part of the address.
    Parameter {
        name: Ident,
        of: Box<Type>,
        default: Option<Box<Expr>>,
    },
    /// `Signals<T>`
    Signals(Box<Type>),
    /// `App<T>`
    App(Box<Type>),
    /// `&Session`
    Session,
}

impl Event {
    fn read(attribute: &Attribute, method: &ImplItemFn, errors: &mut Errors) -> Option<Self> {
        let signature = &method.sig;
        if let Some(parameter) = signature.generics.params.first() {
            let message = "an event has no generic parameters: a page sends values of one type";
            errors.at(parameter.span(), message);
            return None;
        }
        let mut inputs = signature.inputs.iter();
        let has_current = receiver(inputs.next(), &signature.ident, errors)?;
        let mut arguments = Vec::new();
        for input in inputs {
            if let FnArg::Typed(input) = input {
                arguments.push(argument(input, errors)?);
            }
        }
        defaults(attribute, &mut arguments, errors);
        let named = |name: &'static str| {
            let attributes = method.attrs.iter();
            attributes
                .filter(move |it| it.path().is_ident(name))
                .cloned()
        };
        Some(Self {
            name: signature.ident.clone(),
            docs: named("doc").collect(),
            cfgs: named("cfg").collect(),
            is_async: signature.asyncness.is_some(),
            has_current,
            arguments,
            returned: match &signature.output {
                ReturnType::Default => signature.ident.span(),
                ReturnType::Type(_, of) => of.span(),
            },
        })
    }

    fn has_defaults(&self) -> bool {
        let is_default = |argument: &Argument| {
            matches!(
                argument,
                Argument::Parameter {
                    default: Some(_),
                    ..
                }
            )
        };
        self.arguments.iter().any(is_default)
    }
}

/// Whether the method takes a `Current<Self>`; nothing if it takes something else.
fn receiver(input: Option<&FnArg>, name: &Ident, errors: &mut Errors) -> Option<bool> {
    match input {
        Some(FnArg::Receiver(receiver)) if receiver.reference.is_some() => Some(false),
        Some(FnArg::Typed(input)) if last(&input.ty).is_some_and(|it| it == "Current") => {
            Some(true)
        }
        other => {
            let span = other.map_or_else(|| name.span(), syn::spanned::Spanned::span);
            errors.at(
                span,
                "an event takes `&mut self`, or `this: Current<Self>` to change the state by itself and answer",
            );
            None
        }
    }
}

fn argument(input: &PatType, errors: &mut Errors) -> Option<Argument> {
    let of = &input.ty;
    if let Type::Reference(reference) = &**of {
        if last(&reference.elem).is_some_and(|it| it == "Session") {
            return Some(Argument::Session);
        }
        let message =
            "an argument is owned: `String` instead of `&str`; only `&Session` is a reference";
        errors.at(reference.and_token.span, message);
        return None;
    }
    if last(of).is_some_and(|it| it == "Signals") {
        return Some(Argument::Signals(of.clone()));
    }
    if last(of).is_some_and(|it| it == "App") {
        return Some(Argument::App(of.clone()));
    }
    match &*input.pat {
        Pat::Ident(pattern) if pattern.ident.unraw() != "datastar" => Some(Argument::Parameter {
            name: pattern.ident.clone(),
            of: of.clone(),
            default: None,
        }),
        Pat::Ident(pattern) => {
            let message = "the parameter `datastar` carries the signals: give it another name";
            errors.at(pattern.ident.span(), message);
            None
        }
        other => {
            errors.at(
                other.span(),
                "an argument of an event has a name, which stands in the address",
            );
            None
        }
    }
}

/// The last word of a path.
fn last(of: &Type) -> Option<&Ident> {
    match of {
        Type::Path(path) => path.path.segments.last().map(|segment| &segment.ident),
        _ => None,
    }
}

/// `#[event(by = 1)]`
fn defaults(attribute: &Attribute, arguments: &mut [Argument], errors: &mut Errors) {
    if let Meta::Path(_) = &attribute.meta {
        return;
    }
    let parse = Punctuated::<Given, Token![,]>::parse_terminated;
    let defaults = match attribute.parse_args_with(parse) {
        Ok(defaults) => defaults,
        Err(error) => {
            let message = "expected the values of arguments that can be left out, such as `by = 1`";
            return errors.push(syn::Error::new(error.span(), message));
        }
    };
    for Given { argument, value } in defaults {
        let found = arguments.iter_mut().find_map(|it| match it {
            Argument::Parameter { name, default, .. } if *name == argument => Some(default),
            _ => None,
        });
        match found {
            Some(default) => *default = Some(Box::new(value)),
            None => {
                let message = format!("the event has no argument `{argument}`");
                errors.at(argument.span(), message);
            }
        }
    }
}

/// `by = 1`
struct Given {
    argument: Ident,
    value: Expr,
}

impl Parse for Given {
    fn parse(input: ParseStream<'_>) -> syn::Result<Self> {
        let argument = input.parse()?;
        input.parse::<Token![=]>()?;
        let value = input.parse()?;
        Ok(Self { argument, value })
    }
}

/// A span for what the user did not write.
fn hidden() -> Span {
    Span::mixed_site()
}
