//! Grammar of the `starmark` macros: tokens in, bytes and checks out.
//!
//! A template takes four steps: `starmark_syntax::template` reads tokens into a tree, `check` applies the rules that need
//! the tree, `lower` turns the tree into a list of writes, and `expand` prints them as Rust, one file each. No step judges the names of HTML or Datastar: the expansion mentions
//! `starmark::html::a::href` with the user's spans, and rustc does the spell-checking. `known` only keeps rustc from
//! being asked what it always affirms.

mod check;
#[cfg(feature = "components")]
mod component;
mod escape;
#[cfg(feature = "state")]
mod events;
mod expand;
mod js;
mod known;
mod lookup;
mod lower;
mod ops;
#[cfg(feature = "signals")]
mod patch;
#[cfg(feature = "routes")]
mod route;
#[cfg(feature = "signals")]
mod signals;
#[cfg(feature = "state")]
mod state;

use proc_macro::TokenStream;

/// `$crate { template }`: a template as an expression of type `Markup`.
#[proc_macro]
pub fn html(input: TokenStream) -> TokenStream {
    expand::html(input.into()).into()
}

/// `$crate { buffer, template }`: a template written into a buffer.
#[proc_macro]
pub fn write_html(input: TokenStream) -> TokenStream {
    expand::write_html(input.into()).into()
}

/// `$crate { code }`: Rust tokens as code of the browser, of type `Js`.
#[proc_macro]
pub fn js(input: TokenStream) -> TokenStream {
    js::js(input.into()).into()
}

/// Turns a function or struct into a component that templates call like an element.
#[cfg(feature = "components")]
#[proc_macro_attribute]
pub fn component(arguments: TokenStream, item: TokenStream) -> TokenStream {
    component::expand(&arguments.into(), &item.into()).into()
}

/// Declares the route of a handler.
#[cfg(feature = "routes")]
#[proc_macro_attribute]
pub fn route(arguments: TokenStream, item: TokenStream) -> TokenStream {
    route::expand(arguments.into(), &item.into()).into()
}

/// Makes signals of a struct's fields, or the value of a signal of an enum.
#[cfg(feature = "signals")]
#[proc_macro_derive(Signals, attributes(signals, serde))]
pub fn signals(item: TokenStream) -> TokenStream {
    signals::expand(item.into()).into()
}

/// Makes a state of a struct.
#[cfg(feature = "state")]
#[proc_macro_derive(State, attributes(state))]
pub fn state(item: TokenStream) -> TokenStream {
    state::expand(item.into()).into()
}

/// Makes events of a state's methods.
#[cfg(feature = "state")]
#[proc_macro_attribute]
pub fn events(arguments: TokenStream, item: TokenStream) -> TokenStream {
    events::expand(arguments.into(), &item.into()).into()
}

/// `$crate { signal = value, remove(signal) }`: a patch of some signals.
#[cfg(feature = "signals")]
#[proc_macro]
pub fn patch(input: TokenStream) -> TokenStream {
    patch::expand(input.into()).into()
}

/// What the macros do to a literal, for the test that compares it with the run-time escaper.
#[doc(hidden)]
#[proc_macro]
pub fn escape_literal(input: TokenStream) -> TokenStream {
    escape::literal(input.into()).into()
}
