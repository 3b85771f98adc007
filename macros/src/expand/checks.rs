//! Questions to rustc: code that mentions the names of a template and never runs.

use proc_macro2::{Ident, Span, TokenStream};
use quote::{quote, quote_spanned};

use super::{Expand, at};
use crate::name::DataName;
use crate::ops::{BodyKind, Check, ElementPath, Given, Handle};
use crate::script::{self, Call, HOLE, Shape};

impl Expand {
    pub(super) fn checks(&self, checks: &[Check]) -> TokenStream {
        let krate = &self.krate;
        let checks = checks.iter().map(|check| self.check(check));
        quote! {
            #[allow(unused_imports)]
            use #krate::private::traits::*;
            const _: fn() = || { #(#checks)* };
        }
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
                let report = report(0, literal.span());
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
        let plugin = self.plugin(data);
        let name = &data.plugin.text;
        let key = option(data.key.as_ref().map(|key| key.text.as_str()));
        let modifiers = data.modifiers.iter().map(|modifier| {
            let (label, tags) = (&modifier.label.text, &modifier.tags);
            quote!((#label, &[#(#tags),*]))
        });
        let place = match path {
            ElementPath::Custom => quote!(CUSTOM),
            _ => {
                let element = self.element(path);
                quote!(of::<#element>())
            }
        };
        let reports = spans(data, given)
            .into_iter()
            .enumerate()
            .map(|(piece, span)| report(piece, span));
        let given = self.given(given);
        quote! {
            const _: () = {
                const PROBLEM: #krate::private::Checked = #krate::data::check(
                    #krate::data::found(|| { #plugin }),
                    &#krate::data::Use {
                        name: #name,
                        key: #key,
                        modifiers: &[#(#modifiers),*],
                        given: #given,
                        place: #krate::data::Place::#place,
                    },
                );
                #(#reports)*
            };
        }
    }

    /// What was seen in a value, for the rules of the row to judge.
    fn given(&self, given: &Given) -> TokenStream {
        let krate = &self.krate;
        match given {
            Given::Nothing => quote!(#krate::data::Given::Nothing),
            Given::Blank => quote!(#krate::data::Given::Blank),
            Given::Value => quote!(#krate::data::Given::Value),
            Given::Code(source, _) => {
                let code = self.code(source);
                quote!(#krate::data::Given::Code(&#code))
            }
        }
    }

    fn code(&self, source: &str) -> TokenStream {
        let krate = &self.krate;
        let script = script::read(source);
        let text = option((!source.contains(HOLE)).then_some(source));
        let statements = option(script.statements.as_deref());
        let value = option(script.value.as_deref());
        let filter = match script.shape {
            Shape::Object(_) => script::filter(source),
            _ => None,
        };
        let filter = option(filter.as_deref());
        let calls = script.calls.iter().map(|call| self.call(call));
        let names = &script.names;
        let shape = self.shape(&script.shape);
        quote! {
            #krate::data::Code {
                text: #text,
                statements: #statements,
                value: #value,
                filter: #filter,
                calls: &[#(#calls),*],
                names: &[#(#names),*],
                shape: #shape,
            }
        }
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

/// The place of each part of a `data-*` attribute: plugin, key, value, modifiers.
fn spans(data: &DataName, given: &Given) -> Vec<Span> {
    let key = data.key.as_ref().map_or(data.plugin.span, |key| key.span);
    let value = match given {
        Given::Code(_, span) => *span,
        _ => data.plugin.span,
    };
    let modifiers = data.modifiers.iter().map(|modifier| modifier.label.span);
    [data.plugin.span, key, value]
        .into_iter()
        .chain(modifiers)
        .collect()
}

fn option(value: Option<&str>) -> TokenStream {
    match value {
        Some(value) => quote!(::core::option::Option::Some(#value)),
        None => quote!(::core::option::Option::None),
    }
}
