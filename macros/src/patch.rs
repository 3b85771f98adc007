//! `patch!(s.count = 5, remove(s.draft))`: assignments, checked as Rust and sent as one object.

use proc_macro2::{Span, TokenStream};
use quote::{quote, quote_spanned};
use syn::parse::{ParseStream, Parser as _};
use syn::punctuated::Punctuated;
use syn::spanned::Spanned as _;
use syn::{Expr, ExprAssign, ExprCall, ExprLit, ExprParen, ExprUnary, Lit, Token};

use crate::expand::call;
use crate::js::{MAX_INTEGER, Names, look};
use starmark_syntax::errors::Errors;

/// `$crate { entries }`
pub(crate) fn expand(input: TokenStream) -> TokenStream {
    let (library, entries) = call(input);
    let look = look(&library, Names::Server, &TokenStream::new(), &entries);
    let parse = |input: ParseStream<'_>| Punctuated::<Expr, Token![,]>::parse_terminated(input);
    let entries = match parse.parse2(entries.clone()) {
        Ok(entries) => entries,
        Err(error) => {
            let error = error.to_compile_error();
            return quote!({ #look #error #library::signals::Changes::new() });
        }
    };
    let mut errors = Errors::default();
    let steps: Vec<_> = entries
        .iter()
        .filter_map(|entry| step(entry, &mut errors))
        .collect();
    let errors = errors.into_tokens();
    quote!({ #look #errors #library::signals::Changes::new() #(#steps)* })
}

fn step(entry: &Expr, errors: &mut Errors) -> Option<TokenStream> {
    match entry {
        Expr::Assign(ExprAssign { left, right, .. }) => {
            refuse_rounded(right, errors);
            // Not the user's own span for the call, so that rustc blames the value, which has it.
            let span = Span::mixed_site().located_at(right.span());
            Some(quote_spanned!(span=> .set(#left, #right)))
        }
        Expr::Call(ExprCall { func, args, .. }) if is_remove(func) && args.len() == 1 => {
            let span = func.span();
            Some(quote_spanned!(span=> .remove(#args)))
        }
        entry => {
            let message = "expected `signal = value` or `remove(signal)`";
            errors.push(syn::Error::new_spanned(entry, message));
            None
        }
    }
}

/// Reports a literal that JavaScript would round.
fn refuse_rounded(value: &Expr, errors: &mut Errors) {
    match value {
        Expr::Paren(ExprParen { expr, .. }) | Expr::Unary(ExprUnary { expr, .. }) => {
            refuse_rounded(expr, errors);
        }
        Expr::Lit(ExprLit {
            lit: Lit::Int(literal),
            ..
        }) if literal
            .base10_parse::<u64>()
            .map_or(true, |value| value > MAX_INTEGER) =>
        {
            let message = format!(
                "JavaScript would round `{literal}` (it is exact up to {MAX_INTEGER}): send it as a string"
            );
            errors.at(literal.span(), message);
        }
        _ => {}
    }
}

fn is_remove(function: &Expr) -> bool {
    matches!(function, Expr::Path(path) if path.path.is_ident("remove"))
}
