//! Events as Rust: their actions, and the function that runs them.

use proc_macro2::{Ident, Span, TokenStream};
use quote::{format_ident, quote, quote_spanned};
use syn::ext::IdentExt as _;
use syn::spanned::Spanned as _;
use syn::{Path, Type};

use super::{Argument, Event, hidden};

/// A name that the user's own cannot be mistaken for.
fn own(name: &str) -> Ident {
    Ident::new(name, hidden())
}

/// Prints the actions and the function.
pub(super) fn events(library: &Path, state: &Ident, events: &[Event]) -> TokenStream {
    let actions = format_ident!("{}Events", state);
    let methods = events.iter().map(|event| action(library, event));
    let (call, branches) = (
        own("call"),
        events.iter().map(|event| branch(library, event)),
    );
    let doc = format!("The events of [`{state}`] as actions.");
    quote! {
        #[doc = #doc]
        #[derive(::core::clone::Clone, ::core::fmt::Debug)]
        #[allow(unreachable_pub)]
        pub struct #actions(#library::state::Place<#state>);

        #[automatically_derived]
        impl ::core::convert::From<#library::state::Place<#state>> for #actions {
            fn from(place: #library::state::Place<#state>) -> Self {
                Self(place)
            }
        }

        #[allow(dead_code, unreachable_pub, unused_mut, clippy::all, clippy::pedantic)]
        impl #actions {
            #(#methods)*
        }

        #[automatically_derived]
        #[allow(clippy::all, clippy::pedantic)]
        impl #library::state::Events for #state {
            type Actions = #actions;

            async fn call(#call: #library::state::Call<Self>) -> #library::state::Answered {
                match #call.event() {
                    #(#branches)*
                    _ => #call.unknown(),
                }
            }
        }
    }
}

/// The request of an event; with defaults, there are two.
fn action(library: &Path, event: &Event) -> TokenStream {
    let all = request(library, event, true);
    if !event.has_defaults() {
        return all;
    }
    let without = request(library, event, false);
    quote!(#without #all)
}

fn request(library: &Path, event: &Event, with_defaults: bool) -> TokenStream {
    let Event {
        name, docs, cfgs, ..
    } = event;
    let url = own("url");
    let (mut arguments, mut statements) = (Vec::new(), Vec::new());
    for argument in &event.arguments {
        if let Argument::Parameter { name, of, default } = argument
            && (with_defaults || default.is_none())
        {
            let method = if is_option(of) {
                "optional"
            } else {
                "parameter"
            };
            let (method, text) = (own(method), name.unraw().to_string());
            arguments.push(quote!(#name: impl #library::route::Argument<#of>));
            statements.push(quote! {
                #url.#method(#text, <_ as #library::route::Argument<#of>>::piece(#name));
            });
        }
    }
    let text = name.unraw().to_string();
    let name = if with_defaults && event.has_defaults() {
        format_ident!("{}_with", name)
    } else {
        name.clone()
    };
    let own_doc = docs.is_empty().then(|| {
        let doc = format!("The event `{text}` as an action.");
        quote!(#[doc = #doc])
    });
    quote! {
        #own_doc
        #(#docs)*
        #(#cfgs)*
        pub fn #name(&self #(, #arguments)*) -> #library::Action {
            let mut #url = self.0.event(#text);
            #(#statements)*
            #url.post()
        }
    }
}

/// A branch that reads the arguments of an event, runs it, and answers.
fn branch(library: &Path, event: &Event) -> TokenStream {
    let (name, cfgs, call) = (&event.name, &event.cfgs, own("call"));
    let text = name.unraw().to_string();
    let (mut read, mut passed) = (Vec::new(), Vec::new());
    for (i, argument) in event.arguments.iter().enumerate() {
        let value = own(&format!("argument_{i}"));
        match argument {
            Argument::Parameter { name, of, default } => {
                read.push(parameter(name, of, default.as_deref(), &value));
                let clone = quote_spanned!(at(of.span())=> ::core::clone::Clone::clone);
                passed.push(quote!(#clone(&#value)));
            }
            Argument::Signals(of) => {
                // Read again when the event runs again, because signals need not be `Clone`.
                let signals = quote_spanned!(at(of.span())=> #library::Signals(#call.signals()?));
                read.push(quote!(let _: #of = #signals;));
                passed.push(signals);
            }
            Argument::App(of) => {
                let app = quote_spanned!(at(of.span())=> #library::state::App(#call.app()?));
                read.push(quote!(let #value: #of = #app;));
                passed.push(quote!(::core::clone::Clone::clone(&#value)));
            }
            Argument::Session => passed.push(quote!(#call.session())),
        }
    }
    let wait = event.is_async.then(|| quote!(.await));
    let run = if event.has_current {
        quote! {
            let current = #call.current().await?;
            #library::state::reply(Self::#name(current #(, #passed)*) #wait)
        }
    } else {
        let (attempt, view) = (own("attempt"), own("view"));
        // At what it returns, which is what a message about the bound shows.
        let returned = Ident::new("view", at(event.returned));
        let into_events =
            quote_spanned!(at(event.returned)=> #library::state::into_events(#returned));
        quote! {
            let mut #attempt = #call.begin().await?;
            loop {
                let #view = Self::#name(&mut #attempt.value #(, #passed)*) #wait;
                let #view = #into_events;
                if let ::core::option::Option::Some(answer) = #attempt.end(#view).await? {
                    break ::core::result::Result::Ok(answer);
                }
            }
        }
    };
    quote! {
        #(#cfgs)*
        #text => {
            #(#read)*
            #run
        }
    }
}

fn parameter(name: &Ident, of: &Type, default: Option<&syn::Expr>, value: &Ident) -> TokenStream {
    let (call, text) = (own("call"), name.unraw().to_string());
    let span = at(of.span());
    match default {
        Some(default) => quote! {
            let #value: #of = match #call.optional::<::core::option::Option<#of>>(#text)? {
                ::core::option::Option::Some(value) => value,
                ::core::option::Option::None => #default,
            };
        },
        None => {
            let method = if is_option(of) {
                "optional"
            } else {
                "parameter"
            };
            let method = Ident::new(method, span);
            let read = quote_spanned!(span=> #call.#method::<#of>(#text)?);
            quote!(let #value: #of = #read;)
        }
    }
}

/// The user's place with the macro's own hygiene.
fn at(span: Span) -> Span {
    hidden().located_at(span)
}

fn is_option(of: &Type) -> bool {
    super::last(of).is_some_and(|it| it == "Option")
}
