//! Questions to rustc: code that mentions the names of a template and never runs.

use proc_macro2::{Ident, Span, TokenStream};
use quote::{quote, quote_spanned};

use super::{Expand, at};
use crate::known;
use crate::ops::{BodyKind, Check, ElementPath, Given, Handle};
use starmark_syntax::script::{self, Call, HOLE, Shape};
use starmark_syntax::template::name::DataName;

/// The key's place among the parts of an attribute, which the library numbers likewise.
const KEY: usize = 1;
/// The value's place.
const VALUE: usize = 2;
/// The place of the first modifier.
const MODIFIERS: usize = 3;

impl Expand {
    pub(super) fn checks(&self, checks: &[Check]) -> TokenStream {
        let krate = &self.krate;
        let is_asked = |check: &&Check| known::asks_everything() || !known::is_fine(check);
        let asked: Vec<_> = checks.iter().filter(is_asked).collect();
        let questions = (!asked.is_empty()).then(|| {
            let plain = self.plain(&asked);
            let asked = asked.iter().map(|check| self.check(check));
            quote!(const _: fn() = || { #plain #(#asked)* };)
        });
        quote! {
            #[allow(unused_imports)]
            use #krate::private::traits::*;
            #questions
        }
    }

    /// What `data-*` names without a row fall back to, once for each of them.
    fn plain(&self, checks: &[&Check]) -> TokenStream {
        let names = checks.iter().filter_map(|check| match check {
            Check::Data(data, ..) if !known::is_plugin(&data.plugin.text) => {
                Some(data.plugin.ident())
            }
            _ => None,
        });
        self.fallback(&names.collect())
    }

    fn check(&self, check: &Check) -> TokenStream {
        let krate = &self.krate;
        match check {
            Check::Element(ElementPath::Custom, ..) => TokenStream::new(),
            Check::Element(path, kind, span) => {
                let element = self.element(path);
                let bound = match kind {
                    BodyKind::Void => "void",
                    BodyKind::Parent => "parent",
                    BodyKind::Raw => "raw",
                    BodyKind::Missing => "missing",
                };
                let bound = Ident::new(bound, at(*span));
                quote_spanned!(at(*span)=> #krate::private::Written::<#element>::ELEMENT.#bound();)
            }
            Check::Attribute(handle @ Handle::Row(..)) => {
                let handle = self.handle(handle);
                quote!(let _ = #handle;)
            }
            Check::Literal(handle @ Handle::Row(..), literal) => {
                let attribute = self.handle(handle);
                let report = report(0, literal.span);
                quote! {
                    const _: () = {
                        const PROBLEM: #krate::private::Checked = #krate::private::check_literal(#attribute, #literal);
                        #report
                    };
                }
            }
            Check::Attribute(_) | Check::Literal(..) => TokenStream::new(),
            Check::Data(data, given, path) => self.check_data(data, given, path),
        }
    }

    fn check_data(&self, data: &DataName, given: &Given, path: &ElementPath) -> TokenStream {
        let krate = &self.krate;
        let plugin = data.plugin.ident();
        let place = match path {
            ElementPath::Custom => quote!(CUSTOM),
            _ => {
                let element = self.element(path);
                quote!(of::<#element>())
            }
        };
        let used = self.used(data, given);
        let reports = reports(data, given);
        quote! {
            const _: () = {
                const PROBLEM: #krate::private::Checked = #krate::data::check(
                    #krate::data::found(|| { #krate::data::Data.#plugin() }),
                    #krate::data::Use { #used ..#krate::data::Use::on(#krate::data::Place::#place) },
                );
                #(#reports)*
            };
        }
    }

    /// The parts that were written. Each reference is a constant of its own for rustc, so none is there in vain.
    fn used(&self, data: &DataName, given: &Given) -> TokenStream {
        let name = &data.plugin.text;
        let key = data.key.as_ref().map(|key| {
            let key = &key.text;
            quote!(key: ::core::option::Option::Some(#key),)
        });
        let modifiers = data.modifiers.iter().map(|modifier| {
            let (label, tags) = (&modifier.label.text, &modifier.tags);
            quote!((#label, &[#(#tags),*]))
        });
        let modifiers = list("modifiers", modifiers);
        let given = self.given(given);
        quote!(name: #name, #key #modifiers #given)
    }

    /// What was seen in a value, for the rules of the row to judge.
    fn given(&self, given: &Given) -> TokenStream {
        let krate = &self.krate;
        let given = match given {
            Given::Nothing => return TokenStream::new(),
            Given::Blank => quote!(Blank),
            Given::Value => quote!(Value),
            Given::Code(source, _) => {
                let code = self.code(source);
                quote!(Code(#krate::data::Code { #code ..#krate::data::Code::PLAIN }))
            }
        };
        quote!(given: #krate::data::Given::#given,)
    }

    fn code(&self, source: &str) -> TokenStream {
        let script = script::read(source);
        let text = (!source.contains(HOLE)).then_some(source);
        let filter = match script.shape {
            Shape::Object(_) => script::filter(source),
            _ => None,
        };
        let texts = [
            ("text", text),
            ("statements", script.statements.as_deref()),
            ("value", script.value.as_deref()),
            ("filter", filter.as_deref()),
        ];
        let texts = texts.iter().filter_map(|(field, text)| {
            let (field, text) = (call_site(field), (*text)?);
            Some(quote!(#field: ::core::option::Option::Some(#text),))
        });
        let calls = list("calls", script.calls.iter().map(|call| self.call(call)));
        let names = list(
            "names",
            script.names.iter().map(quote::ToTokens::to_token_stream),
        );
        let shape = (!matches!(script.shape, Shape::Other)).then(|| {
            let shape = self.shape(&script.shape);
            quote!(shape: #shape,)
        });
        quote!(#(#texts)* #calls #names #shape)
    }

    fn call(&self, call: &Call) -> TokenStream {
        let krate = &self.krate;
        let name = &call.name;
        let arguments = call.arguments.iter().map(|argument| self.shape(argument));
        quote!(#krate::data::Call { name: #name, arguments: &[#(#arguments),*] })
    }

    fn shape(&self, shape: &Shape) -> TokenStream {
        let krate = &self.krate;
        let shape = match shape {
            Shape::Text(text) => {
                let text = option(text.as_deref());
                quote!(Text(#text))
            }
            Shape::Number => quote!(Number),
            Shape::Bool(_) => quote!(Bool),
            Shape::Null => quote!(Null),
            Shape::Array => quote!(Array),
            Shape::Function => quote!(Function),
            Shape::Pattern(pattern) => quote!(Pattern(#pattern)),
            Shape::Other => quote!(Other),
            Shape::Object(entries) => {
                let entries = entries.iter().map(|entry| {
                    let (key, value) = (&entry.key, self.shape(&entry.value));
                    quote!(#krate::data::Entry { key: #key, value: #value })
                });
                quote!(Object(&[#(#entries),*]))
            }
        };
        quote!(#krate::data::Shape::#shape)
    }
}

/// Reports a problem with one part of what was written, at its token.
fn report(piece: usize, span: Span) -> TokenStream {
    let mut piece = proc_macro2::Literal::usize_unsuffixed(piece);
    // Not the user's own span, or clippy would judge the user's tokens as digits.
    piece.set_span(at(span));
    quote_spanned!(span=> PROBLEM.report(#piece);)
}

/// Reports a problem at the part that it is in: key, value, a modifier, or, last, the name of the attribute.
fn reports(data: &DataName, given: &Given) -> Vec<TokenStream> {
    let key = data.key.as_ref().map(|key| (KEY, key.span));
    let value = match given {
        Given::Code(_, span) => Some((VALUE, *span)),
        _ => None,
    };
    let modifiers = data.modifiers.iter().enumerate();
    let modifiers = modifiers.map(|(i, modifier)| (MODIFIERS + i, modifier.label.span));
    let parts = key.into_iter().chain(value).chain(modifiers);
    let mut reports: Vec<_> = parts.map(|(part, span)| report(part, span)).collect();
    reports.push(quote_spanned!(data.plugin.span=> PROBLEM.report_rest();));
    reports
}

/// A field of a list, unless it is empty.
fn list(field: &str, items: impl ExactSizeIterator<Item = TokenStream>) -> Option<TokenStream> {
    let field = call_site(field);
    (items.len() > 0).then(|| quote!(#field: &[#(#items),*],))
}

fn call_site(name: &str) -> Ident {
    Ident::new(name, Span::call_site())
}

fn option(value: Option<&str>) -> TokenStream {
    match value {
        Some(value) => quote!(::core::option::Option::Some(#value)),
        None => quote!(::core::option::Option::None),
    }
}
