//! Questions to rustc: code that mentions the names of a template and never runs.

use proc_macro2::{Ident, Span, TokenStream};
use quote::{quote, quote_spanned};

use super::{Expand, at};
use crate::name::DataName;
use crate::ops::{BodyKind, Check, ElementPath, Given, Handle};

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
            Check::Data(data, given) => self.check_data(data, *given),
        }
    }

    fn check_data(&self, data: &DataName, given: Given) -> TokenStream {
        let krate = &self.krate;
        let plugin = self.plugin(data);
        let name = &data.plugin.text;
        let key = option(data.key.as_ref().map(|key| &key.text));
        let modifiers = data.modifiers.iter().map(|modifier| {
            let (label, tags) = (&modifier.label.text, &modifier.tags);
            quote!((#label, &[#(#tags),*]))
        });
        let given = match given {
            Given::Nothing => quote!(Nothing),
            Given::Blank => quote!(Blank),
            Given::Value => quote!(Value),
        };
        let reports = spans(data)
            .into_iter()
            .enumerate()
            .map(|(piece, span)| report(piece, span));
        quote! {
            const _: () = {
                const PROBLEM: #krate::private::Checked = #krate::data::check(
                    #krate::data::row_of(|| { #plugin }),
                    #name, #key, &[#(#modifiers),*], #krate::data::Given::#given,
                );
                #(#reports)*
            };
        }
    }
}

/// Reports a problem with one part of what was written, at its token.
fn report(piece: usize, span: Span) -> TokenStream {
    let mut piece = proc_macro2::Literal::usize_unsuffixed(piece);
    // Not the user's own span, or clippy would judge the user's tokens as digits.
    piece.set_span(at(span));
    quote_spanned!(span=> PROBLEM.report(#piece);)
}

/// The place of each part of a `data-*` name: plugin, key, modifiers.
fn spans(data: &DataName) -> Vec<Span> {
    let key = data.key.as_ref().map_or(data.plugin.span, |key| key.span);
    let modifiers = data.modifiers.iter().map(|modifier| modifier.label.span);
    [data.plugin.span, key]
        .into_iter()
        .chain(modifiers)
        .collect()
}

fn option(value: Option<&String>) -> TokenStream {
    match value {
        Some(value) => quote!(::core::option::Option::Some(#value)),
        None => quote!(::core::option::Option::None),
    }
}
