//! A route as Rust: the handler as it was, and a type of its name.

use proc_macro2::{Ident, TokenStream};
use quote::{quote, quote_spanned};
use syn::spanned::Spanned as _;
use syn::{Attribute, FnArg, ItemFn, ReturnType, Type};

use super::path::{Piece, Place};
use super::{Argument, Route, hidden};

/// A name that the user's own cannot be mistaken for; types are told apart by their spelling only.
fn own(name: &str) -> Ident {
    Ident::new(name, hidden())
}

/// Prints a route.
pub(super) fn route(route: &Route, function: &ItemFn) -> TokenStream {
    let (krate, name, vis) = (&route.krate, &function.sig.ident, &function.vis);
    let cfgs: Vec<_> = attributes(function, "cfg").collect();
    let fields = route.placed().map(|(name, argument, _)| {
        let of = &argument.of;
        quote!(#name: #of)
    });
    let (method, path) = (route.method(), pattern(&route.pieces));
    let doc = format!(
        "The route `{method} {}` of [`{name}`](fn@{name}).",
        written(&route.pieces)
    );
    let (requests, handler, extractor) = (
        requests(route, function),
        handler(route, function),
        extractor(route, name),
    );
    quote! {
        // A handler is `async` whether it awaits or not.
        #[allow(clippy::unused_async)]
        #function

        #(#cfgs)*
        #[doc = #doc]
        #[allow(non_camel_case_types, missing_debug_implementations)]
        #vis struct #name { #(#fields),* }

        #(#cfgs)*
        #[allow(non_camel_case_types, clippy::all, clippy::pedantic)]
        const _: () = {
            impl #krate::Route for #name {
                const METHOD: &'static str = #method;
                const PATH: &'static str = #path;
            }

            impl #name {
                #requests
                #handler
            }

            #extractor
        };
    }
}

fn attributes<'a>(
    function: &'a ItemFn,
    name: &'a str,
) -> impl Iterator<Item = &'a Attribute> + Clone {
    function
        .attrs
        .iter()
        .filter(move |attribute| attribute.path().is_ident(name))
}

/// The path as axum takes it.
fn pattern(pieces: &[Piece]) -> String {
    let part = |piece: &Piece| match piece {
        Piece::Text(text) => text.clone(),
        Piece::Segment(name) => format!("{{{name}}}"),
        Piece::Parameter(..) => String::new(),
    };
    pieces.iter().map(part).collect()
}

/// The path and the query, for the documentation.
fn written(pieces: &[Piece]) -> String {
    let mut written = pattern(pieces);
    for piece in pieces {
        if let Piece::Parameter(name, argument) = piece {
            let separator = if written.contains('?') { "&" } else { "?" };
            written.extend([separator, name, "={", argument, "}"]);
        }
    }
    written
}

/// `action` and `path`.
fn requests(route: &Route, function: &ItemFn) -> TokenStream {
    let (krate, vis, url) = (&route.krate, &function.vis, own("url"));
    // At the handler's name, which is what a message about a call shows.
    let at = hidden().located_at(function.sig.ident.span());
    let (action_name, path_name) = (Ident::new("action", at), Ident::new("path", at));
    let written = format!("{} {}", route.method(), written(&route.pieces));
    let action = format!("The request `{written}`.");
    let path_doc = format!("The address of `{written}`.");
    let deprecated: Vec<_> = attributes(function, "deprecated").collect();
    let parameters = |bound: &str| {
        let bound = own(bound);
        let parameters = route.placed().map(|(name, argument, _)| {
            let of = &argument.of;
            quote!(#name: impl #krate::route::#bound<#of>)
        });
        quote!(#(#parameters),*)
    };
    let (arguments, known) = (parameters("Argument"), parameters("Known"));
    let (action_url, path_url) = (address(route, "Argument"), address(route, "Known"));
    let verb = own(&route.method.to_string());
    let (of, stream) = if route.is_stream {
        let of = quote!(#krate::Action<#krate::data::With<#krate::data::option::stream, ()>>);
        (of, quote!(.stream()))
    } else {
        (quote!(#krate::Action), TokenStream::new())
    };
    quote! {
        #[doc = #action]
        #(#deprecated)*
        #[allow(dead_code)]
        #vis fn #action_name(#arguments) -> #of {
            #action_url
            #url.#verb()#stream
        }

        #[doc = #path_doc]
        #(#deprecated)*
        #[allow(dead_code)]
        #vis fn #path_name(#known) -> #krate::data::Address {
            #path_url
            #url.into_address()
        }
    }
}

/// Statements that put an address together from the arguments.
fn address(route: &Route, bound: &str) -> TokenStream {
    let (krate, bound, url) = (&route.krate, own(bound), own("url"));
    let piece =
        |of: &Type, argument: &Ident| quote!(<_ as #krate::route::#bound<#of>>::piece(#argument));
    let argument = |wanted: &str| {
        let mut placed = route.placed();
        placed.find(|(name, ..)| syn::ext::IdentExt::unraw(*name) == wanted)
    };
    let mut pieces = route.pieces.iter();
    let first = match pieces.next() {
        Some(Piece::Text(text)) => text.as_str(),
        _ => "/",
    };
    let statements = pieces.filter_map(|written| match written {
        Piece::Text(text) => Some(quote!(#url.text(#text);)),
        Piece::Segment(name) => {
            let (ident, Argument { of, .. }, _) = argument(name)?;
            let piece = piece(of, ident);
            Some(quote!(#url.part(#piece);))
        }
        Piece::Parameter(parameter, name) => {
            let (ident, found, _) = argument(name)?;
            let piece = piece(&found.of, ident);
            let method = if found.is_optional() {
                "optional"
            } else {
                "parameter"
            };
            let method = own(method);
            Some(quote!(#url.#method(#parameter, #piece);))
        }
    });
    quote! {
        #[allow(unused_mut)]
        let mut #url = #krate::private::route::Url::of(#first);
        #(#statements)*
    }
}

/// The function that axum calls: the arguments in the address are one extractor. What the others need stands in
/// bounds, so that a message names the type, and not only the function.
fn handler(route: &Route, function: &ItemFn) -> TokenStream {
    let (name, vis) = (&function.sig.ident, &function.vis);
    let (address, state, via) = (own("address"), own("__State"), own("__Via"));
    let (mut taken, mut passed, mut extracted) = (Vec::new(), Vec::new(), Vec::new());
    for (i, (argument, input)) in route.arguments.iter().zip(&function.sig.inputs).enumerate() {
        if let Some((field, _)) = &argument.place {
            passed.push(quote!(#address.#field));
        } else if let FnArg::Typed(input) = input {
            let (value, of) = (own(&format!("extracted_{i}")), &input.ty);
            taken.push(quote!(#value: #of));
            passed.push(quote!(#value));
            extracted.push(of);
        }
    }
    let last = extracted.pop();
    let via = last.map(|_| via);
    let via_parameter = via.as_ref().map(|via| quote!(, #via: 'static));
    // At the type, which is what a message about the bound shows.
    let last = last.map(|of| {
        let at = hidden().located_at(of.span());
        quote_spanned!(at=> #of: ::axum::extract::FromRequest<#state, #via>,)
    });
    let extracted = extracted.iter().map(|of| {
        let at = hidden().located_at(of.span());
        quote_spanned!(at=> #of: ::axum::extract::FromRequestParts<#state>,)
    });
    let output = &function.sig.output;
    let end = matches!(output, ReturnType::Default).then(|| quote!(;));
    let handler = own("__handler");
    let register = match route.method.to_string().as_str() {
        // axum knows no such method, so the extractor looks at it.
        "query" => quote!(::axum::routing::MethodRouter::new().fallback(Self::#handler)),
        method => {
            let method = own(method);
            quote!(::axum::routing::#method(Self::#handler))
        }
    };
    quote! {
        async fn #handler(#[allow(unused_variables)] #address: #name #(, #taken)*) #output {
            #name(#(#passed),*).await #end
        }

        #[doc(hidden)]
        #vis fn __route<#state #via_parameter>() -> ::axum::routing::MethodRouter<#state>
        where
            #state: ::core::clone::Clone + ::core::marker::Send + ::core::marker::Sync + 'static,
            #(#extracted)*
            #last
        {
            #register
        }
    }
}

/// The arguments in the address as an extractor.
fn extractor(route: &Route, name: &Ident) -> TokenStream {
    let krate = &route.krate;
    let [reader, parts, state, segments] = ["reader", "parts", "state", "segments"].map(own);
    let of_state = own("__State");
    let fields = route.placed().map(|(name, argument, place)| {
        let of = &argument.of;
        let method = match place {
            Place::Path => "segment",
            Place::Query if argument.is_optional() => "optional",
            Place::Query => "parameter",
        };
        let method = Ident::new(method, hidden().located_at(of.span()));
        let parameter = route.pieces.iter().find_map(|piece| match piece {
            Piece::Parameter(parameter, argument)
                if syn::ext::IdentExt::unraw(name) == argument =>
            {
                Some(parameter.clone())
            }
            _ => None,
        });
        let parameter = parameter.unwrap_or_else(|| syn::ext::IdentExt::unraw(name).to_string());
        quote_spanned!(hidden().located_at(of.span())=> #name: #reader.#method::<#of>(#parameter)?)
    });
    let method = route.method();
    let check = (method == "QUERY").then(|| {
        quote! {
            if #parts.method.as_str() != #method {
                return ::core::result::Result::Err(#krate::route::Refusal::method());
            }
        }
    });
    let has_segments = route.placed().any(|(.., place)| place == Place::Path);
    let read = if has_segments {
        quote! {
            let #segments = <::axum::extract::RawPathParams as ::axum::extract::FromRequestParts<#of_state>>
                ::from_request_parts(#parts, #state).await;
            let #segments = #segments.map_err(|_| #krate::route::Refusal::path())?;
        }
    } else {
        quote!(let #segments: [(&str, &str); 0] = [];)
    };
    let iter = if has_segments {
        quote!(&#segments)
    } else {
        quote!(#segments)
    };
    quote! {
        impl<#of_state: ::core::marker::Send + ::core::marker::Sync> ::axum::extract::FromRequestParts<#of_state> for #name {
            type Rejection = #krate::route::Refusal;

            #[allow(unused_variables)]
            async fn from_request_parts(
                #parts: &mut ::axum::http::request::Parts,
                #state: &#of_state,
            ) -> ::core::result::Result<Self, #krate::route::Refusal> {
                #check
                #read
                let #reader = #krate::private::route::Reader::new(#iter, #parts.uri.query());
                ::core::result::Result::Ok(Self { #(#fields),* })
            }
        }
    }
}
