//! The same small site in each web framework, and the means to compare them.
//!
//! What a page, an event, a stream and a refusal look like is made in one place of the library, and an adapter only
//! hands it on. So the tests ask each framework the same questions over a socket and take one answer. The files in
//! `src/hello` are how an application in that framework is written.

pub mod exchange;
pub mod hello;
pub mod site;

pub use exchange::{Answer, CLIENT, Connection, ask, get, request};

/// Runs each of these tests against a server in each framework.
#[macro_export]
macro_rules! in_each_framework {
    ($($test:ident)*) => {
        $crate::in_each_framework! { [actix_web "actix-web"] $($test)* }
        $crate::in_each_framework! { [axum "axum"] $($test)* }
        $crate::in_each_framework! { [hyper "hyper"] $($test)* }
        $crate::in_each_framework! { [poem "poem"] $($test)* }
        $crate::in_each_framework! { [rocket "rocket"] $($test)* }
        $crate::in_each_framework! { [salvo "salvo"] $($test)* }
        $crate::in_each_framework! { [warp "warp"] $($test)* }
    };
    ([$framework:ident $name:literal] $($test:ident)*) => {
        mod $framework {$(
            #[test]
            fn $test() {
                let program = ::std::path::Path::new(env!("CARGO_BIN_EXE_hello"));
                super::$test(&mut ::starmark_browser::Server::program(program, &[$name]));
            }
        )*}
    };
}

/// The examples of the documentation are tests.
#[cfg(doctest)]
#[doc = include_str!("../../../docs/frameworks.md")]
struct Documentation;
