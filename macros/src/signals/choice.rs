//! An enum without data: a signal that holds one of several words.

use proc_macro2::{Ident, TokenStream};
use quote::quote;
use syn::ext::IdentExt as _;
use syn::{Fields, ItemEnum, Path};

use super::attributes::{Container, Field};
use super::refuse_parameters;
use starmark_syntax::errors::Errors;

/// An enum and the words for its variants.
pub(super) struct Choice {
    library: Path,
    ident: Ident,
    variants: Vec<(Ident, String)>,
}

impl Choice {
    pub(super) fn read(item: ItemEnum, errors: &mut Errors) -> Option<Self> {
        refuse_parameters(&item.generics, errors)?;
        let container = Container::read(&item.attrs, &item.ident, errors);
        let mut variants: Vec<(Ident, String)> = Vec::new();
        for variant in item.variants {
            if !matches!(variant.fields, Fields::Unit) {
                let message = "a signal holds one of several words, without data: write `#[signals(value)]` on the \
                               fields of this type to let serde write and read it";
                errors.push(syn::Error::new_spanned(&variant.fields, message));
                return None;
            }
            let field = Field::read(&variant.attrs, errors);
            let word = match &field.rename {
                Some(literal) => literal.value(),
                None => container.rule.variant(&variant.ident.unraw().to_string()),
            };
            if let Some((other, _)) = variants.iter().find(|(_, other)| *other == word) {
                let message =
                    format!("the variant `{other}` is \"{word}\" already: rename one of the two");
                errors.at(variant.ident.span(), message);
            }
            variants.push((variant.ident, word));
        }
        Some(Self {
            library: container.library,
            ident: item.ident,
            variants,
        })
    }
}

pub(super) fn expand(choice: &Choice) -> TokenStream {
    let Choice {
        library,
        ident,
        variants,
    } = choice;
    let written = variants
        .iter()
        .map(|(variant, word)| quote!(Self::#variant => #word,));
    let read = variants
        .iter()
        .map(|(variant, word)| quote!(#word => ::core::option::Option::Some(Self::#variant),));
    let words: Vec<String> = variants
        .iter()
        .map(|(_, word)| format!("`{word}`"))
        .collect();
    let expected = format!("one of {}", words.join(", "));
    quote! {
        #[automatically_derived]
        impl #library::signals::SignalValue for #ident {
            type Handle = #library::Signal<Self>;

            fn handle<L: #library::signals::Location>() -> Self::Handle {
                #library::Signal::of(L::PATH)
            }

            fn write<S: #library::private::serde::Serializer>(
                &self,
                to: S,
            ) -> ::core::result::Result<S::Ok, S::Error> {
                to.serialize_str(#library::data::Word::word(self))
            }

            fn read(
                value: #library::private::serde_json::Value,
            ) -> ::core::result::Result<Self, #library::signals::Mismatch> {
                #library::private::signals::word(&value, #expected, |word| match word {
                    #(#read)*
                    _ => ::core::option::Option::None,
                })
            }
        }

        #[automatically_derived]
        impl #library::data::Word for #ident {
            fn word(&self) -> &str {
                match *self { #(#written)* }
            }
        }

        #library::__choice!(#ident);
    }
}
