//! `format!` as a concatenation, and the other macros that have a counterpart.

use proc_macro2::Span;
use quote::{quote, quote_spanned};
use syn::parse::Parser as _;
use syn::punctuated::Punctuated;
use syn::spanned::Spanned as _;
use syn::{Expr, ExprMacro, LitStr, Token};

use super::code::{Code, Level};
use super::literal::string;
use super::{Js, Lowered};

/// A part of a format string.
enum Part {
    Text(String),
    /// The argument that comes next.
    Next,
    Index(usize),
    Name(String),
}

impl Js {
    pub(super) fn macro_call(&mut self, call: &ExprMacro) -> Lowered {
        let mac = &call.mac;
        if mac.path.is_ident("format") {
            return self.format(mac);
        }
        if mac.path.is_ident("vec") {
            let items = Punctuated::<Expr, Token![,]>::parse_terminated;
            return match items.parse2(mac.tokens.clone()) {
                Ok(items) => self.array(items.iter(), mac.span()),
                Err(error) => self.error(error.span(), error),
            };
        }
        // Whatever else makes code, such as another `js!` or `signal!`.
        let hoisted = self.hoist(quote!(#mac));
        self.operand(&quote!(#hoisted), mac.span())
    }

    fn format(&mut self, mac: &syn::Macro) -> Lowered {
        let items = Punctuated::<Expr, Token![,]>::parse_terminated;
        let items = match items.parse2(mac.tokens.clone()) {
            Ok(items) => items,
            Err(error) => return self.error(error.span(), error),
        };
        let mut items = items.iter();
        let Some(Expr::Lit(syn::ExprLit {
            lit: syn::Lit::Str(text),
            ..
        })) = items.next()
        else {
            return self.error(mac.span(), "`format!` begins with a string literal");
        };
        let arguments: Vec<&Expr> = items.collect();
        let parts = match parts(text) {
            Ok(parts) => parts,
            Err(message) => return self.error(text.span(), message),
        };
        self.concatenation(text.span(), &parts, &arguments)
    }

    fn concatenation(&mut self, span: Span, parts: &[Part], arguments: &[&Expr]) -> Lowered {
        let mut code = Code::of(Level::SUM);
        let mut checks = Vec::new();
        let mut next = 0;
        // A sum is a string from its first string on.
        if !matches!(parts.first(), Some(Part::Text(_))) {
            code = code.push("''");
        }
        for (i, part) in parts.iter().enumerate() {
            if i > 0 || !matches!(part, Part::Text(_)) {
                code = code.push(" + ");
            }
            let argument = match part {
                Part::Text(text) => {
                    code = code.push(&string(text));
                    continue;
                }
                Part::Next => {
                    next += 1;
                    arguments.get(next - 1).map(|argument| (*argument).clone())
                }
                Part::Index(index) => arguments.get(*index).map(|argument| (*argument).clone()),
                Part::Name(name) => named(name, span, arguments),
            };
            let Some(argument) = argument else {
                return self.error(
                    span,
                    "the format string has more `{}` than there are arguments",
                );
            };
            let argument = self.expression(&argument);
            code = code.embed(argument.code, Level::SUM.tighter());
            let (check, krate) = (argument.check, self.at(span));
            checks.push(quote_spanned!(span=> #krate::js::check::displayed(&#check);));
        }
        let used = parts
            .iter()
            .filter(|part| matches!(part, Part::Next))
            .count();
        if used < arguments.len()
            && !parts
                .iter()
                .any(|part| matches!(part, Part::Index(_) | Part::Name(_)))
        {
            return self.error(
                arguments[used].span(),
                "an argument that the format string does not use",
            );
        }
        Lowered {
            code: if parts.len() < 2 && matches!(parts.first(), Some(Part::Text(_)) | None) {
                code.at(Level::PRIMARY)
            } else {
                code
            },
            check: quote_spanned!(span=> { #(#checks)* ::std::string::String::new() }),
        }
    }
}

/// `{name}`: an argument of that name, or a variable.
fn named(name: &str, span: Span, arguments: &[&Expr]) -> Option<Expr> {
    for argument in arguments {
        if let Expr::Assign(assign) = argument
            && let Expr::Path(path) = &*assign.left
            && path.path.is_ident(name)
        {
            return Some((*assign.right).clone());
        }
    }
    let name = syn::parse_str::<syn::Ident>(name).ok()?;
    let name = syn::Ident::new(&name.to_string(), span);
    Some(syn::parse_quote!(#name))
}

fn parts(literal: &LitStr) -> Result<Vec<Part>, &'static str> {
    let text = literal.value();
    let mut parts = Vec::new();
    let mut plain = String::new();
    let mut chars = text.chars().peekable();
    while let Some(c) = chars.next() {
        match c {
            '{' if chars.peek() == Some(&'{') => {
                chars.next();
                plain.push('{');
            }
            '}' if chars.peek() == Some(&'}') => {
                chars.next();
                plain.push('}');
            }
            '{' => {
                let inside: String = chars.by_ref().take_while(|c| *c != '}').collect();
                if !plain.is_empty() {
                    parts.push(Part::Text(std::mem::take(&mut plain)));
                }
                parts.push(match inside.trim() {
                    "" => Part::Next,
                    spec if spec.contains(':') => {
                        return Err("only `{}` and `{name}` print the same in the browser; format the value on the server, or write it with methods");
                    }
                    index if index.parse::<usize>().is_ok() => Part::Index(index.parse().unwrap_or_default()),
                    name => Part::Name(name.to_owned()),
                });
            }
            '}' => return Err("a `}` in a format string is written `}}`"),
            c => plain.push(c),
        }
    }
    if !plain.is_empty() || parts.is_empty() {
        parts.push(Part::Text(plain));
    }
    Ok(parts)
}
