//! `#[derive(State)]`: whose state a struct is, and where it is kept.

use proc_macro2::{Ident, Span, TokenStream};
use quote::quote;
use syn::ext::IdentExt as _;
use syn::meta::ParseNestedMeta;
use syn::{Fields, Item, ItemStruct, LitStr, Path, parse_quote};

use starmark_syntax::errors::Errors;

/// The words of the attribute that say whose state it is.
const SCOPES: [(&str, &str); 4] = [
    ("session", "Session"),
    ("user", "User"),
    ("record", "Record"),
    ("global", "Global"),
];

/// Those that leave it to the browser.
const STORAGES: [(&str, &str); 2] = [
    ("local_storage", "LocalStorage"),
    ("session_storage", "SessionStorage"),
];

/// Expands the derive macro.
pub(crate) fn expand(item: TokenStream) -> TokenStream {
    let mut errors = Errors::default();
    let expanded = match syn::parse2::<Item>(item) {
        Ok(Item::Struct(item)) => {
            let state = State::read(&item, &mut errors);
            Some(state.expand(&item.ident))
        }
        Ok(_) => {
            let message = "a state is a struct with named fields, which derives `Signals`, too";
            errors.at(Span::call_site(), message);
            None
        }
        Err(error) => {
            errors.push(error);
            None
        }
    };
    let errors = errors.into_tokens();
    quote!(#errors #expanded)
}

/// What the attributes of the struct and its fields say.
struct State {
    library: Path,
    name: Option<String>,
    scope: Option<(&'static str, Span)>,
    storage: Option<&'static str>,
    store: Option<Path>,
    seconds: Option<u64>,
    adopted: Vec<Ident>,
}

impl State {
    fn read(item: &ItemStruct, errors: &mut Errors) -> Self {
        let mut state = Self {
            library: parse_quote!(::starmark),
            name: None,
            scope: None,
            storage: None,
            store: None,
            seconds: None,
            adopted: Vec::new(),
        };
        for attribute in item.attrs.iter().filter(|it| it.path().is_ident("state")) {
            if let Err(error) = attribute.parse_nested_meta(|meta| state.word(&meta)) {
                errors.push(error);
            }
        }
        if let Fields::Named(fields) = &item.fields {
            for field in &fields.named {
                for attribute in field.attrs.iter().filter(|it| it.path().is_ident("state")) {
                    let read = attribute.parse_nested_meta(|meta| {
                        if meta.path.is_ident("adopt") {
                            state.adopted.extend(field.ident.clone());
                            return Ok(());
                        }
                        Err(meta.error("expected `adopt`: a page may decide this field"))
                    });
                    if let Err(error) = read {
                        errors.push(error);
                    }
                }
            }
        }
        if state.storage.is_some()
            && let Some((_, span)) = state.scope
        {
            let message = "what the browser keeps belongs to the browser: leave out the scope";
            errors.at(span, message);
        }
        state
    }

    fn word(&mut self, meta: &ParseNestedMeta<'_>) -> syn::Result<()> {
        let is = |(word, _): &&(&str, &str)| meta.path.is_ident(word);
        if let Some((_, scope)) = SCOPES.iter().find(is) {
            if self.scope.is_some() {
                return Err(meta.error("a state has one scope"));
            }
            self.scope = Some((scope, span(meta)));
        } else if let Some((_, storage)) = STORAGES.iter().find(is) {
            self.storage = Some(storage);
        } else if meta.path.is_ident("store") {
            self.store = Some(meta.value()?.call(Path::parse_mod_style)?);
        } else if meta.path.is_ident("name") {
            self.name = Some(name(&meta.value()?.parse()?)?);
        } else if meta.path.is_ident("expires") {
            self.seconds = Some(seconds(&meta.value()?.parse()?)?);
        } else if meta.path.is_ident("crate") {
            self.library = meta.value()?.call(Path::parse_mod_style)?;
        } else {
            return Err(meta.error(
                "expected a scope (`session`, `user`, `record`, `global`), `store = Type`, `local_storage`, \
                 `session_storage`, `name = \"Name\"`, `expires = \"30m\"` or `crate = path`",
            ));
        }
        Ok(())
    }

    fn expand(&self, ident: &Ident) -> TokenStream {
        let Self {
            library, adopted, ..
        } = self;
        let name = self
            .name
            .clone()
            .unwrap_or_else(|| ident.unraw().to_string());
        let scope = self.scope.map(|(scope, _)| {
            let scope = Ident::new(scope, Span::call_site());
            quote!(const SCOPE: #library::state::Scope = #library::state::Scope::#scope;)
        });
        let storage = self.storage.map(|storage| {
            let storage = Ident::new(storage, Span::call_site());
            quote!(const STORAGE: #library::state::Storage = #library::state::Storage::#storage;)
        });
        let expiry = self.seconds.map(|seconds| {
            quote! {
                const EXPIRY: ::core::option::Option<::core::time::Duration> =
                    ::core::option::Option::Some(::core::time::Duration::from_secs(#seconds));
            }
        });
        let store = self.store.as_ref().map(|store| {
            quote! {
                fn store() -> ::core::option::Option<#library::state::Named> {
                    ::core::option::Option::Some(#library::state::Named::of::<#store>())
                }
            }
        });
        let adopt = (!adopted.is_empty()).then(|| {
            quote! {
                fn adopt(&mut self, page: Self) {
                    #(self.#adopted = page.#adopted;)*
                }
            }
        });
        // Whether there is one value for a request, or one for each record.
        let count = Ident::new(
            if matches!(self.scope, Some(("Record", _))) {
                "PerRecord"
            } else {
                "Single"
            },
            Span::call_site(),
        );
        quote! {
            #[automatically_derived]
            impl #library::state::#count for #ident {}

            #[automatically_derived]
            impl #library::state::State for #ident {
                const NAME: &'static str = #name;
                #scope
                #storage
                #expiry
                #store
                #adopt
            }
        }
    }
}

fn span(meta: &ParseNestedMeta<'_>) -> Span {
    meta.path
        .get_ident()
        .map_or_else(Span::call_site, Ident::span)
}

/// It stands in addresses and keys as it is.
fn name(literal: &LitStr) -> syn::Result<String> {
    let name = literal.value();
    let is_plain = |c: char| c.is_ascii_alphanumeric() || matches!(c, '_' | '-');
    if name.is_empty() || !name.chars().all(is_plain) {
        let message = "the name of a state stands in addresses: use letters, digits, `-` and `_`";
        return Err(syn::Error::new(literal.span(), message));
    }
    Ok(name)
}

/// A number and a unit.
fn seconds(literal: &LitStr) -> syn::Result<u64> {
    let text = literal.value();
    let units = [("s", 1), ("m", 60), ("h", 60 * 60), ("d", 24 * 60 * 60)];
    let read = units.iter().find_map(|(unit, seconds)| {
        let number: u64 = text.strip_suffix(unit)?.parse().ok()?;
        number.checked_mul(*seconds).filter(|seconds| *seconds > 0)
    });
    read.ok_or_else(|| {
        let message = "write a time as a number and a unit: \"90s\", \"30m\", \"12h\", \"7d\"";
        syn::Error::new(literal.span(), message)
    })
}
