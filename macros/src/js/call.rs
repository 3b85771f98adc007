//! Calls of functions, which the server runs: they make code, of an action or of the library.

use proc_macro2::TokenStream;
use quote::{ToTokens as _, quote};
use syn::spanned::Spanned as _;
use syn::{Expr, ExprCall};

use super::expression::chain;
use super::lift::is_placeholder;
use super::{Js, Lowered};

impl Js {
    /// `Some(value)`, or a function that makes code: of an action, or of the library.
    pub(super) fn call(&mut self, call: &ExprCall) -> Lowered {
        if let (Expr::Path(function), Some(value)) = (&*call.func, call.args.first())
            && function.path.is_ident("Some")
            && call.args.len() == 1
        {
            let Lowered { code, check } = self.expression(value);
            return Lowered {
                code,
                check: quote!(#function(#check)),
            };
        }
        let expression = Expr::Call(call.clone());
        let hoisted = self.server_call(&expression);
        self.operand(&hoisted, call.span())
    }

    /// A call, or a chain of methods on one, which runs on the server and makes code.
    pub(super) fn server_call(&mut self, expression: &Expr) -> TokenStream {
        let tokens = self.server(expression);
        let name = self.hoist(tokens);
        quote!(#name)
    }

    fn server(&mut self, expression: &Expr) -> TokenStream {
        match expression {
            Expr::Call(call) => {
                let arguments: Vec<_> = call.args.iter().map(|one| self.argument(one)).collect();
                let function = &call.func;
                quote!(#function(#(#arguments),*))
            }
            Expr::MethodCall(call) => {
                let receiver = self.server(&call.receiver);
                let arguments: Vec<_> = call.args.iter().map(|one| self.argument(one)).collect();
                let (method, turbofish) = (&call.method, &call.turbofish);
                quote!(#receiver.#method #turbofish (#(#arguments),*))
            }
            other => other.to_token_stream(),
        }
    }

    /// An argument of such a call: as it is if the server knows it, or else as code.
    fn argument(&mut self, argument: &Expr) -> TokenStream {
        match argument {
            Expr::Lit(_) | Expr::Macro(_) | Expr::Closure(_) => return argument.to_token_stream(),
            Expr::Path(_) | Expr::Field(_) => match chain(argument) {
                Some((root, _))
                    if self.locals.find(root).is_some() || root == "evt" || root == "el" => {}
                Some((root, _)) if is_placeholder(root, &self.hoisted) => {
                    let known = self.hoisted.iter().position(|(known, _)| known == root);
                    // The value itself, not the reference that literals are printed from.
                    return known.map_or_else(
                        || argument.to_token_stream(),
                        |at| self.hoisted[at].1.clone(),
                    );
                }
                _ => return argument.to_token_stream(),
            },
            Expr::Call(_) => return self.server(argument),
            Expr::MethodCall(call) if is_of_the_server(&call.receiver) => {
                return self.server(argument);
            }
            _ => {}
        }
        let Lowered { code, check } = self.expression(argument);
        self.nested(&code, &check)
    }
}

/// Whether a chain of methods begins with a call, which the server runs.
pub(super) fn is_of_the_server(receiver: &Expr) -> bool {
    match receiver {
        Expr::Call(call) => !matches!(&*call.func, Expr::Path(path) if path.path.is_ident("Some")),
        Expr::MethodCall(call) => is_of_the_server(&call.receiver),
        _ => false,
    }
}
