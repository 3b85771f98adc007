//! Web frameworks and template engines: one file and one feature each.
//!
//! A framework has the same three paragraphs: markup as a response, events as a response, signals as an
//! argument. A template engine takes what is escaped already as it is, by the trait or type it has for that;
//! where the engine's own markup has a type, that is content of a template here. Whatever is not about the
//! other crate's own types lives elsewhere.

/// Makes an engine's own value of everything that is escaped already.
#[cfg(any(feature = "minijinja", feature = "tera"))]
macro_rules! safe_values {
    ($value:ty, $safe:expr) => {
        safe_values! { $value, $safe;
            [P, S] crate::data::Attr<P, S>;
            [P, S] &crate::data::Attr<P, S>;
            [] crate::Attributes;
            [] &crate::Attributes;
            [T: crate::element::End] crate::Element<T>;
            [T: AsRef<str>] crate::PreEscaped<T>;
        }
    };
    ($value:ty, $safe:expr; $([$($generics:tt)*] $from:ty;)*) => {$(
        impl<$($generics)*> From<$from> for $value {
            fn from(escaped: $from) -> Self {
                // Trusted: names were checked and values escaped when they were written.
                $safe(escaped.to_string())
            }
        }
    )*};
}

/// Hands all types that are a [`IntoHttp`](crate::reply::IntoHttp) to a macro of a framework, each with its generics.
#[cfg(any(
    feature = "actix-web",
    feature = "axum",
    feature = "poem",
    feature = "rocket",
    feature = "salvo",
    feature = "warp"
))]
macro_rules! replies {
    ($implement:ident) => {
        $implement! {
            [T] crate::PreEscaped<T>;
            [] crate::sse::Event;
            [] crate::sse::Events;
            [] crate::sse::Patch;
            [] crate::sse::PatchElements;
            [] crate::sse::PatchSignals;
            [] crate::sse::ExecuteScript;
            [] crate::sse::DispatchEvent;
            [] crate::sse::NoContent;
            [] crate::sse::Reply;
            [S, U] crate::sse::Sse<S, U>;
            [] crate::SignalsError;
            [] crate::signals::ReadSignalsError;
        }
    };
}

#[cfg(feature = "actix-web")]
mod actix_web;
#[cfg(feature = "askama")]
mod askama;
#[cfg(feature = "axum")]
mod axum;
#[cfg(feature = "hypertext")]
mod hypertext;
#[cfg(feature = "maud")]
mod maud;
#[cfg(feature = "minijinja")]
mod minijinja;
#[cfg(feature = "poem")]
mod poem;
#[cfg(feature = "rocket")]
mod rocket;
#[cfg(feature = "salvo")]
mod salvo;
#[cfg(feature = "tera")]
mod tera;
#[cfg(feature = "warp")]
pub mod warp;
