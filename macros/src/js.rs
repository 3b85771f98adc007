//! `js!`: Rust tokens printed as JavaScript, and checked by rustc as Rust that never runs.
//!
//! The tokens are read as Rust by `syn`. Each expression is lowered to two things: [`Code`](code::Code), the pieces
//! that are printed at run time, and tokens that rustc checks in a closure that is never called. What the print of
//! an operation depends on, such as integer division, is found by type: a witness carries the type from the one
//! half to the other. No method is known here; the library has the table. A third part, of `look`, is for editors only:
//! it completes code that is no Rust yet.

mod block;
mod call;
mod code;
mod expression;
mod format;
mod header;
mod lift;
mod literal;
mod locals;
mod look;
mod method;
mod operator;

use proc_macro2::{Delimiter, Group, Ident, Span, TokenStream, TokenTree};
use quote::{quote, quote_spanned};

use self::block::Body;
use self::locals::Locals;
pub(crate) use header::announce;
#[cfg(feature = "signals")]
pub(crate) use literal::MAX_INTEGER;
pub(crate) use look::{Names, look};
use starmark_syntax::errors::Errors;

/// An expression, lowered.
pub(crate) struct Lowered {
    /// What is printed.
    code: code::Code,
    /// What rustc checks.
    check: TokenStream,
}

/// The state of one call.
struct Js {
    krate: TokenStream,
    /// Values of the server and of calls, computed before anything is printed: names and expressions.
    hoisted: Vec<(Ident, TokenStream)>,
    /// How many witnesses of types there are.
    witnesses: usize,
    /// Whether `evt` is known.
    has_event: bool,
    /// The interface of the event, if the code names one.
    handles: Option<TokenStream>,
    /// The variables of the code itself.
    locals: Locals,
    errors: Errors,
}

/// `$crate { code }`
pub(crate) fn js(input: TokenStream) -> TokenStream {
    let (krate, code) = crate::expand::call(input);
    let mut js = Js {
        krate,
        hoisted: Vec::new(),
        witnesses: 0,
        has_event: false,
        handles: None,
        locals: Locals::default(),
        errors: Errors::default(),
    };
    let (header, code) = js.header(code);
    let names = Names::Browser {
        has_event: js.has_event,
    };
    let look = look(&js.krate, names, &header, &code);
    let code = js.lift(code);
    let mut group = Group::new(Delimiter::Brace, code);
    group.set_span(Span::call_site());
    let body = match syn::parse2(TokenTree::Group(group).into()) {
        Ok(block) => js.body(&block),
        Err(error) => {
            js.errors.push(error);
            Body::default()
        }
    };
    let expression = js.expand(&header, &body);
    quote!({ #look #expression })
}

impl Js {
    fn expand(self, header: &TokenStream, body: &Body) -> TokenStream {
        let (out, level, value) = (internal("out"), internal("level"), internal("value"));
        let write = body.code.write(&self.krate, &out, &level);
        let Self {
            krate,
            hoisted,
            witnesses,
            errors,
            handles,
            ..
        } = self;
        let written = quote!(#krate::js::Js::written(#out, #level, #value));
        let written = match handles {
            Some(event) => quote!(#krate::js::On::<#event>::of(#written)),
            None => written,
        };
        let errors = errors.into_tokens();
        let check = &body.check;
        let hoisted = hoisted
            .into_iter()
            .map(|(name, expression)| quote!(let #name = &(#expression);));
        let witnesses = (0..witnesses).map(|i| {
            let name = witness(i);
            quote!(let #name = #krate::js::check::Witness::new();)
        });
        let value_of = if body.is_block {
            quote!(#krate::js::check::block)
        } else {
            quote!(#krate::js::check::type_of)
        };
        // The header declares what only the checked half knows, such as the event.
        quote! {{
            #errors
            #(#hoisted)*
            #(#witnesses)*
            #[allow(unused, unreachable_code, clippy::all, clippy::pedantic, clippy::nursery)]
            let #value = #value_of(|| { #header #check });
            let mut #out = ::std::string::String::new();
            let #level = {
                #[allow(unused_imports)]
                use #krate::js::{check::Unprinted as _, method::Unprinted as _};
                let #out = &mut #out;
                #write
            };
            #written
        }}
    }

    /// The path of the library with the user's place, so that rustc points there.
    fn at(&self, span: Span) -> TokenStream {
        let respan = |mut token: TokenTree| {
            token.set_span(token.span().located_at(span));
            token
        };
        self.krate.clone().into_iter().map(respan).collect()
    }

    /// A type that the checked half knows and the printed half asks for.
    fn witness(&mut self) -> Ident {
        self.witnesses += 1;
        witness(self.witnesses - 1)
    }

    /// A value that is computed once, before anything is printed.
    fn hoist(&mut self, expression: TokenStream) -> Ident {
        let name = internal(&format!("starmark_value_{}", self.hoisted.len()));
        self.hoisted.push((name.clone(), expression));
        name
    }

    fn error(&mut self, span: Span, message: impl std::fmt::Display) -> Lowered {
        self.errors.at(span, message);
        Lowered::unknown(&self.krate, span)
    }
}

impl Lowered {
    /// What stands for code that was refused: rustc should say nothing more about it.
    fn unknown(krate: &TokenStream, span: Span) -> Self {
        Self {
            code: code::Code::default(),
            check: quote_spanned!(span=> #krate::js::check::never()),
        }
    }
}

fn witness(i: usize) -> Ident {
    internal(&format!("witness_{i}"))
}

/// A name that the user's code cannot see.
fn internal(name: &str) -> Ident {
    Ident::new(name, Span::mixed_site())
}
