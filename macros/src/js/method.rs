//! Methods: looked up in the library's table by name and by the type of what they are called on.

use proc_macro2::{Ident, TokenStream};
use quote::{quote, quote_spanned};
use syn::{Expr, ExprClosure, ExprMethodCall, Pat};

use super::code::{Code, Level, Print};
use super::{Js, Lowered, internal};

impl Js {
    pub(super) fn method(&mut self, call: &ExprMethodCall) -> Lowered {
        let receiver = self.expression(&call.receiver);
        let witness = self.witness();
        let mut codes = vec![receiver.code];
        let mut checks = Vec::new();
        for argument in &call.args {
            let argument = match argument {
                Expr::Closure(closure) => self.closure(closure),
                argument => self.expression(argument),
            };
            codes.push(argument.code);
            checks.push(argument.check);
        }
        let (method, turbofish, check) = (&call.method, &call.turbofish, receiver.check);
        let krate = self.krate.clone();
        Lowered {
            code: Code::print(Print {
                function: {
                    let marker = self.lookup(method, &quote!(#krate::js::check::marker));
                    quote!((&#krate::js::method::call(#marker(), &#witness)).print)
                },
                given: Vec::new(),
                arguments: codes,
            }),
            check: {
                let span = method.span();
                let marker = self.lookup(method, &quote!(#krate::js::check::marker));
                let witness = Ident::new(&witness.to_string(), witness.span().located_at(span));
                quote_spanned!(span=> #witness.result(#marker(), { #witness.receive(#check).#method #turbofish (#(#checks),*) }))
            },
        }
    }

    /// `|item| condition`
    fn closure(&mut self, closure: &ExprClosure) -> Lowered {
        let scope = self.locals.enter();
        let mut names = Vec::new();
        for pattern in &closure.inputs {
            match argument(pattern) {
                Some(name) => names.push(self.locals.declare(name)),
                None => {
                    return self.error(
                        syn::spanned::Spanned::span(pattern),
                        "an argument of a closure is a name here",
                    );
                }
            }
        }
        let Lowered { code, check } = self.expression(&closure.body);
        self.locals.leave(scope);
        let arguments = match names.as_slice() {
            [name] => name.clone(),
            names => format!("({})", names.join(", ")),
        };
        let inputs = &closure.inputs;
        Lowered {
            code: Code::text(format!("{arguments} => "), Level::ASSIGNMENT)
                .embed(code, Level::ASSIGNMENT),
            check: quote!(|#inputs| #check),
        }
    }

    /// Code inside of a call that the server runs: an expression of its own.
    pub(super) fn nested(&mut self, code: &Code, check: &TokenStream) -> TokenStream {
        let krate = &self.krate;
        let (out, level, value) = (internal("out"), internal("level"), internal("value"));
        let write = code.write(krate, &out, &level);
        quote! {{
            #[allow(unused, unreachable_code, clippy::all, clippy::pedantic, clippy::nursery)]
            let #value = #krate::js::check::type_of(|| { #check });
            let mut #out = ::std::string::String::new();
            let #level = {
                #[allow(unused_imports)]
                use #krate::js::{check::Unprinted as _, method::Unprinted as _};
                let #out = &mut #out;
                #write
            };
            #krate::js::Js::written(#out, #level, #value)
        }}
    }

    /// A function of the library for a method: by its name in the table, or else as one that is unknown, which the
    /// outer of two scopes says of it.
    fn lookup(&self, method: &Ident, function: &TokenStream) -> TokenStream {
        let krate = self.at(method.span());
        let name = syn::ext::IdentExt::unraw(method).to_string();
        let name = Ident::new(&name, internal("name").span().located_at(method.span()));
        quote! {({
            #[allow(unused_imports)]
            use #krate::js::method::Unknown as #name;
            {
                #[allow(unused_imports)]
                use #krate::js::method::names::*;
                #function::<#name>
            }
        })}
    }
}

fn argument(pattern: &Pat) -> Option<&Ident> {
    match pattern {
        Pat::Ident(name) if name.by_ref.is_none() && name.subpat.is_none() => Some(&name.ident),
        Pat::Reference(reference) => argument(&reference.pat),
        Pat::Type(typed) => argument(&typed.pat),
        Pat::Paren(paren) => argument(&paren.pat),
        _ => None,
    }
}
