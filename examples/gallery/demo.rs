//! What the table of the gallery says of a demo.

use axum::Router;
use starmark::state::States;

use crate::source::Source;

/// A demo: a page of the gallery.
#[derive(Debug)]
pub(crate) struct Demo {
    /// The path of its page.
    pub(crate) path: &'static str,
    pub(crate) title: &'static str,
    /// What it shows, in a sentence or two.
    pub(crate) text: &'static str,
    /// What stands beside it.
    pub(crate) sources: &'static [Source],
    /// Its page, and what that asks for.
    pub(crate) routes: fn() -> Router,
    /// Adds the states that it keeps on the server.
    pub(crate) states: fn(States) -> States,
}

/// Makes a module and a row of the table of each line.
///
/// A line is `module "Title": "What it shows.", [sources]`, with the regions of the file of the module, or of another one
/// as `"region" in "other.js"`; `, keeps Type, …` stands behind it if the demo has states. The module has a handler `page`
/// and a function `routes`.
macro_rules! demos {
    ($($(#[$attribute:meta])* $demo:ident $title:literal: $text:literal,
        [$($region:literal $(in $file:literal)?),* $(,)?] $(, keeps $($state:ident),+)?;)*) => {
        $($(#[$attribute])* mod $demo;)*

        /// All demos, as the sidebar has them.
        pub(crate) const DEMOS: &[$crate::demo::Demo] = &[$($(#[$attribute])* $crate::demo::Demo {
            path: <$demo::page as ::starmark::Route>::PATH,
            title: $title,
            text: $text,
            sources: &[$($crate::demo::source!($demo, $region $(in $file)?)),*],
            routes: $demo::routes,
            states: |states| states$($(.state::<$demo::$state>())+)?,
        }),*];
    };
}

/// A region of a file in the folder of the demos.
macro_rules! source {
    ($demo:ident, $region:literal) => {
        $crate::source::Source {
            name: concat!(stringify!($demo), ".rs"),
            file: include_str!(concat!("demos/", stringify!($demo), ".rs")),
            region: $region,
        }
    };
    ($demo:ident, $region:literal in $file:literal) => {
        $crate::source::Source {
            name: $file,
            file: include_str!(concat!("demos/", $file)),
            region: $region,
        }
    };
}

pub(crate) use {demos, source};
