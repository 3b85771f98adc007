//! Attributes of an expansion: how a value is written, and where a name is looked up.

use std::collections::BTreeSet;

use proc_macro2::{Ident, Span, TokenStream};
use quote::{quote, quote_spanned};

use super::{ALIAS, Expand, at};
use crate::known;
use crate::ops::{ControlPath, Handle, Kind};
use starmark_syntax::template::ast::Splice;
use starmark_syntax::template::name::DataName;

impl Expand {
    /// A part between the quotes of an attribute.
    pub(super) fn part(
        &self,
        handle: &Handle,
        Splice { expression, span }: &Splice,
        rest: usize,
    ) -> TokenStream {
        let Self { krate, out } = self;
        let attribute = self.handle(handle);
        let method = Ident::new("starmark_part", at(*span));
        // Of the library only the method stands at the user's place: an editor lists all that does.
        let slot = quote!(#krate::private::Slot);
        quote_spanned!(at(*span)=> (&&&&#slot(#attribute, &(#expression))).#method(&mut #out, #rest);)
    }

    /// A whole attribute.
    pub(super) fn attribute(
        &self,
        handle: &Handle,
        name: &str,
        Splice { expression, span }: &Splice,
        rest: usize,
    ) -> TokenStream {
        let Self { krate, out } = self;
        let (attribute, open) = (self.handle(handle), self.open(handle, name));
        let method = Ident::new("starmark_attribute", at(*span));
        let slot = quote!(#krate::private::Slot);
        quote_spanned!(at(*span)=> (&&&&#slot(#attribute, &(#expression))).#method(#open, &mut #out, #rest);)
    }

    /// What stands before the value of an attribute.
    fn open(&self, handle: &Handle, name: &str) -> TokenStream {
        let open = format!(" {name}=\"");
        match handle {
            Handle::Data(data) | Handle::Set(_, data) => self.data_open(data, &open),
            Handle::Row(..) | Handle::Free(..) => quote!(#open),
        }
    }

    fn data_open(&self, data: &DataName, open: &str) -> TokenStream {
        match aliased(data) {
            Some(aliased) => {
                let plugin = self.plugin(data);
                let aliased = format!(" {aliased}=\"");
                quote!({ #plugin.name(#open, #aliased) })
            }
            None => quote!(#open),
        }
    }

    /// A signal that is bound to a control.
    pub(super) fn bind(
        &self,
        data: &DataName,
        Splice { expression, span }: &Splice,
        control: &ControlPath,
        rest: usize,
    ) -> TokenStream {
        let Self { krate, out } = self;
        let open = self.data_open(data, &format!(" {}=\"", data.name.text));
        let control = match control {
            ControlPath::Element(path) => self.element(path),
            ControlPath::Sort(sort) => {
                let sort = Ident::new(sort, Span::mixed_site());
                quote!(#krate::data::controls::#sort)
            }
        };
        let method = Ident::new("starmark_bind", at(*span));
        let bound = quote!(#krate::data::Bound::<#control>::HERE);
        quote_spanned!(at(*span)=> (&#bound).#method(&(#expression), #open, &mut #out, #rest);)
    }

    pub(super) fn optional(
        &self,
        handle: &Handle,
        name: &str,
        Splice { expression, span }: &Splice,
        rest: usize,
    ) -> TokenStream {
        let value = Ident::new("value", Span::mixed_site());
        let inner = Splice {
            expression: quote!(#value),
            span: *span,
        };
        let write = self.attribute(handle, name, &inner, rest);
        let krate = &self.krate;
        quote_spanned! {at(*span)=>
            if let ::core::option::Option::Some(#value) = #krate::private::Maybe(#expression).starmark_option() { #write }
        }
    }

    /// The attribute as an expression, for its type: its name is written apart from it.
    pub(super) fn handle(&self, handle: &Handle) -> TokenStream {
        let krate = &self.krate;
        match handle {
            Handle::Row(path, name) => {
                let (element, name) = (self.element(path), name.ident());
                quote!(#element::#name)
            }
            Handle::Free(name, kind) => {
                let kind = kind_name(*kind);
                quote!(#krate::value::Attribute::<#krate::value::#kind>::new(#name))
            }
            Handle::Data(data) => {
                let (plugin, name) = (self.plugin(data), &data.name.text);
                let plugin = match data.key {
                    Some(_) => quote!(#plugin.keyed()),
                    None => plugin,
                };
                quote!({ #plugin.attribute(#name) })
            }
            Handle::Set(path, data) => {
                let element = self.element(path);
                let name = &data.name.text;
                let key = data.key.as_ref().map(|key| {
                    let (attribute, method) = (key.ident(), Ident::new("set_by", at(key.span)));
                    quote!(#attribute.#method)
                });
                quote!(#element::#key(#name))
            }
        }
    }

    /// The name of a `data-*` attribute: that of a plugin has the alias of the client, if there is one.
    pub(super) fn data_name(&self, data: &DataName) -> TokenStream {
        let name = &data.name.text;
        match aliased(data) {
            Some(aliased) => {
                let plugin = self.plugin(data);
                quote!({ #plugin.name(#name, #aliased) })
            }
            None => quote!(#name),
        }
    }

    /// The row of a `data-*` name. A name that no row has falls back to a plain data attribute: a method of
    /// `&Data` is found only where `Data` has none.
    pub(super) fn plugin(&self, data: &DataName) -> TokenStream {
        let (krate, name) = (&self.krate, data.plugin.ident());
        let fallback = if known::is_plugin(&data.plugin.text) {
            TokenStream::new()
        } else {
            self.fallback(&BTreeSet::from([name.clone()]))
        };
        quote!(#fallback #krate::data::Data.#name())
    }

    /// The methods that names without a row fall back to.
    pub(super) fn fallback(&self, names: &BTreeSet<Ident>) -> TokenStream {
        if names.is_empty() {
            return TokenStream::new();
        }
        let krate = &self.krate;
        let names: Vec<_> = names.iter().collect();
        quote! {
            #[allow(dead_code)]
            trait Plain { #(fn #names(self) -> #krate::data::Plain;)* }
            impl Plain for &#krate::data::Data {
                #(fn #names(self) -> #krate::data::Plain { #krate::data::Plain })*
            }
        }
    }
}

/// The name as an aliased client would read it; whether it does, the row says.
fn aliased(data: &DataName) -> Option<String> {
    let (alias, rest) = (ALIAS?, data.name.text.strip_prefix("data-")?);
    (!data.is_quoted).then(|| format!("data-{alias}-{rest}"))
}

fn kind_name(kind: Kind) -> Ident {
    let name = match kind {
        Kind::Text => "Text",
        Kind::Url => "Url",
        Kind::Style => "Style",
        Kind::Script => "Script",
        Kind::Html => "Html",
    };
    Ident::new(name, Span::mixed_site())
}
