//! Prints a struct of signals as Rust: its handles, and both directions of the wire.
//!
//! The field of the handles is the very token of the user's field, so that an editor renames both at once.

use proc_macro2::{Ident, Span, TokenStream};
use quote::{ToTokens as _, format_ident, quote, quote_spanned};
use syn::spanned::Spanned as _;

use super::{DefaultFrom, Member, Record, Role};

/// A path at another place.
fn respanned(path: &syn::Path, span: Span) -> TokenStream {
    let tokens = path.to_token_stream().into_iter().map(|mut token| {
        token.set_span(span);
        token
    });
    tokens.collect()
}

/// The user's place with the macro's own hygiene.
fn at(span: Span) -> Span {
    Span::mixed_site().located_at(span)
}

pub(super) fn record(record: &Record) -> TokenStream {
    let (handles, value, set) = (handles(record), value(record), set(record));
    quote!(#handles #value #set)
}

fn handles_name(record: &Record) -> Ident {
    format_ident!("{}Signals", record.ident)
}

/// The type of the handles and how it stands for the object as a whole.
fn handles(record: &Record) -> TokenStream {
    let Record {
        library,
        visibility,
        ident,
        ..
    } = record;
    let name = handles_name(record);
    let fields = record
        .members
        .iter()
        .filter(|member| member.role != Role::Absent)
        .map(|member| {
            let Member { ident, docs, .. } = member;
            let of = handle_type(record, member);
            let sentence = format!(" The signal `{}`.", member.name);
            let sentence = docs.is_empty().then(|| quote!(#[doc = #sentence]));
            quote!(#(#docs)* #sentence #visibility #ident: #of)
        });
    let doc = format!(" The signals of [`{ident}`].");
    let getter = format!(" The signals of this struct, by its fields: [`{name}`].");
    let root = match &record.namespace {
        Some(_) => quote!(#library::signals::Space<#ident>),
        None => quote!(#library::signals::Root),
    };
    quote! {
        #[doc = #doc]
        #[allow(dead_code, private_interfaces)]

        #visibility struct #name {
            #(#fields,)*
            #[doc(hidden)]
            __signal: #library::Signal<#ident>,
        }

        #[automatically_derived]
        impl #ident {
            #[doc = #getter]
            #[allow(dead_code)]
            #visibility fn signals() -> #name {
                <Self as #library::signals::SignalValue>::handle::<#root>()
            }
        }

        /// The object as a whole.
        #[automatically_derived]
        impl ::core::ops::Deref for #name {
            type Target = #library::Signal<#ident>;

            fn deref(&self) -> &Self::Target {
                &self.__signal
            }
        }

        #library::__handles!(#name, #ident);
    }
}

fn handle_type(record: &Record, member: &Member) -> TokenStream {
    let (library, of) = (&record.library, &member.of);
    if member.is_plain {
        quote!(#library::Signal<#of>)
    } else {
        method(record, member, "Handle")
    }
}

/// The struct as the value of a signal: an object.
fn value(record: &Record) -> TokenStream {
    let Record { library, ident, .. } = record;
    let name = handles_name(record);
    let of = |role: Role| {
        record
            .members
            .iter()
            .filter(move |member| member.role == role)
    };
    let names = of(Role::Signal).map(|member| &member.name);
    let flattened = of(Role::Flattened).map(|member| {
        let of = &member.of;
        quote_spanned!(at(of.span())=> &<#of as #library::signals::Record>::NAMES)
    });
    let namespace = record.namespace.as_deref().unwrap_or_default();
    let handles = handle_values(record);
    let checks = of(Role::Flattened).map(|member| {
        let report = quote_spanned!(member.ident.span()=> NAMES.check(););
        quote! {
            const _: () = {
                const NAMES: #library::private::signals::Names = <#ident as #library::signals::Record>::NAMES;
                #report
            };
        }
    });
    let (written, read) = (written(record), read(record));
    let string = ident.to_string();
    quote! {
        #[automatically_derived]
        impl #library::signals::SignalValue for #ident {
            type Handle = #name;

            fn handle<L: #library::signals::Location>() -> Self::Handle {
                #name { #(#handles,)* __signal: #library::Signal::of(L::PATH) }
            }

            fn write<S: #library::private::serde::Serializer>(
                &self,
                to: S,
            ) -> ::core::result::Result<S::Ok, S::Error> {
                #library::private::signals::write_record(self, #string, to)
            }

            fn read(
                value: #library::private::serde_json::Value,
            ) -> ::core::result::Result<Self, #library::signals::Mismatch> {
                #library::private::signals::read_record(value)
            }

            fn missing() -> ::core::result::Result<Self, #library::signals::Mismatch> {
                #library::private::signals::missing_record()
            }
        }

        #(#checks)*

        #[automatically_derived]
        impl #library::signals::Record for #ident {
            const NAMES: #library::private::signals::Names = #library::private::signals::Names {
                namespace: #namespace,
                own: &[#(#names),*],
                flattened: &[#(#flattened),*],
            };
            #written
            #read
        }
    }
}

/// Each field of the handles, with its place in the list of names.
fn handle_values(record: &Record) -> Vec<TokenStream> {
    let (library, this) = (&record.library, &record.ident);
    let mut index = 0_usize;
    let mut values = Vec::new();
    for member in &record.members {
        let ident = &member.ident;
        let place = match member.role {
            Role::Absent => continue,
            Role::Flattened => quote!(L),
            Role::Signal => {
                index += 1;
                let index = index - 1;
                quote!(#library::signals::At<L, #this, #index>)
            }
        };
        values.push(if member.is_plain {
            quote!(#ident: #library::Signal::of(<#place as #library::signals::Location>::PATH))
        } else {
            let handle = method(record, member, "handle");
            quote!(#ident: #handle::<#place>())
        });
    }
    values
}

fn written(record: &Record) -> TokenStream {
    let library = &record.library;
    let members = record
        .members
        .iter()
        .filter(|member| member.is_written && member.role != Role::Absent);
    let members = members.map(|member| {
        let Member {
            ident, of, name, ..
        } = member;
        let write = if member.role == Role::Flattened {
            let write =
                quote_spanned!(at(of.span())=> <#of as #library::signals::Record>::write_members);
            quote!(#write(&self.#ident, to)?;)
        } else if member.is_plain {
            let write =
                quote_spanned!(at(of.span())=> #library::private::signals::write_plain::<#of, S>);
            quote!(#write(to, #name, &self.#ident)?;)
        } else {
            let write = method(record, member, "write_member");
            quote!(#write(&self.#ident, to, #name)?;)
        };
        match &member.skip_if {
            Some(skip) => quote!(if !#skip(&self.#ident) { #write }),
            None => write,
        }
    });
    quote! {
        fn write_members<S: #library::private::serde::ser::SerializeStruct>(
            &self,
            to: &mut S,
        ) -> ::core::result::Result<(), S::Error> {
            #(#members)*
            ::core::result::Result::Ok(())
        }
    }
}

fn read(record: &Record) -> TokenStream {
    let library = &record.library;
    let default = Ident::new("default", Span::mixed_site());
    let whole = record.default.as_ref().map(|from| {
        let value = match from {
            DefaultFrom::Trait => quote!(<Self as ::core::default::Default>::default()),
            DefaultFrom::Function(path) => quote!(#path()),
        };
        quote!(let #default: Self = #value;)
    });
    let members = record.members.iter().map(|member| {
        let (ident, value) = (&member.ident, read_member(record, member, &default));
        quote!(#ident: #value)
    });
    quote! {
        fn read_members(
            from: &mut #library::private::signals::Members,
        ) -> ::core::result::Result<Self, #library::signals::Mismatch> {
            #whole
            ::core::result::Result::Ok(Self { #(#members,)* })
        }
    }
}

fn read_member(record: &Record, member: &Member, default: &Ident) -> TokenStream {
    let (library, of, name) = (&record.library, &member.of, &member.name);
    let span = at(of.span());
    if member.role == Role::Flattened {
        let read = quote_spanned!(span=> <#of as #library::signals::Record>::read_members);
        return quote!(#read(from)?);
    }
    let is_sent = member.is_read && member.role == Role::Signal;
    let otherwise = match (&member.default, &record.default) {
        (Some(DefaultFrom::Function(path)), _) => quote!(#path()),
        (None, Some(_)) => {
            let ident = &member.ident;
            quote!(#default.#ident)
        }
        (None, None) if is_sent => {
            let read = reader(record, member, ["required_plain", "read_member"]);
            return quote!(#read(from, #name)?);
        }
        _ => quote_spanned!(span=> <#of as ::core::default::Default>::default()),
    };
    if !is_sent {
        return otherwise;
    }
    let read = reader(record, member, ["optional_plain", "read_optional"]);
    quote! {
        match #read(from, #name)? {
            ::core::option::Option::Some(value) => value,
            ::core::option::Option::None => #otherwise,
        }
    }
}

/// The function that reads a member: by serde's trait, or by the library's.
fn reader(record: &Record, member: &Member, [plain, own]: [&str; 2]) -> TokenStream {
    if member.is_plain {
        let (library, of) = (&record.library, &member.of);
        let name = Ident::new(plain, Span::call_site());
        quote_spanned!(at(of.span())=> #library::private::signals::#name::<#of>)
    } else {
        method(record, member, own)
    }
}

/// A method of the field's type. The span is the user's own everywhere, so that rustc says once what is wrong with a
/// type.
fn method(record: &Record, member: &Member, name: &str) -> TokenStream {
    let (library, of) = (&record.library, &member.of);
    let span = of.span();
    let name = Ident::new(name, span);
    let library = respanned(library, span);
    quote_spanned!(span=> <#of as #library::signals::SignalValue>::#name)
}

/// The struct as all there is in a patch or a request.
fn set(record: &Record) -> TokenStream {
    let Record { library, ident, .. } = record;
    quote! {
        #[automatically_derived]
        impl #library::signals::ToSignals for #ident {
            fn write_signals<S: #library::private::serde::Serializer>(
                &self,
                to: S,
            ) -> ::core::result::Result<S::Ok, S::Error> {
                #library::private::signals::write_set(self, to)
            }
        }

        #[automatically_derived]
        impl #library::signals::FromSignals for #ident {
            fn from_signals(
                signals: #library::private::signals::Members,
            ) -> ::core::result::Result<Self, #library::signals::Mismatch> {
                #library::private::signals::read_set(signals)
            }
        }
    }
}
