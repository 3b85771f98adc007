//! The actions of Datastar 1.0.4 and the options of its requests, against which literals are checked.
//!
//! Source: <https://data-star.dev/reference/actions>.

use crate::message::eq;

/// What a row says about an action.
#[derive(Debug, Clone, Copy)]
pub(crate) struct ActionRow {
    name: &'static str,
    /// How many arguments it cannot do without.
    pub(crate) arguments: usize,
    /// What the first argument is.
    pub(crate) first: &'static str,
    /// Arguments as they may look.
    pub(crate) example: &'static str,
    /// Whether it makes a request, and takes the options of one.
    pub(crate) is_request: bool,
}

macro_rules! actions {
    ($($(#[$cfg:meta])* $name:literal: $arguments:literal $first:literal, $example:literal $($request:ident)?;)*) => {
        const ROWS: &[ActionRow] = &[$($(#[$cfg])* ActionRow {
            name: $name,
            arguments: $arguments,
            first: $first,
            example: $example,
            is_request: !stringify!($($request)?).is_empty(),
        }),*];

        /// The names, for "did you mean".
        pub(crate) const NAMES: &[&str] = &[$($(#[$cfg])* $name),*];
    };
}

actions! {
    "peek": 1 "a function", "() => $count";
    "setAll": 1 "a value", "false, {include: /^is/}";
    "toggleAll": 0 "a filter", "{include: /^is/}";
    "get": 1 "an address", "'/path'" request;
    "post": 1 "an address", "'/path'" request;
    "put": 1 "an address", "'/path'" request;
    "patch": 1 "an address", "'/path'" request;
    "delete": 1 "an address", "'/path'" request;
    "query": 1 "an address", "'/path'" request;
    #[cfg(feature = "pro")]
    "clipboard": 1 "a text", "'text'";
    #[cfg(feature = "pro")]
    "fit": 5 "a number", "$x, 0, 10, 0, 100";
    #[cfg(feature = "pro")]
    "intl": 2 "a type", "'number', $x";
}

/// The actions of Datastar Pro, which are rows only with the feature `pro`.
pub(crate) const PRO: &[&str] = &["clipboard", "fit", "intl"];

/// The row of an action.
pub(crate) const fn find(name: &str) -> Option<&'static ActionRow> {
    let mut i = 0;
    while i < ROWS.len() {
        if eq(ROWS[i].name, name) {
            return Some(&ROWS[i]);
        }
        i += 1;
    }
    None
}

macro_rules! options {
    ($($name:literal $([$($value:literal),*])?;)*) => {
        /// The options of a request, with the words that they take.
        pub(crate) const REQUEST: &[(&str, &[&str])] = &[$(($name, &[$($($value),*)?])),*];

        /// The names, for "did you mean".
        pub(crate) const OPTIONS: &[&str] = &[$($name),*];
    };
}

options! {
    "contentType" ["json", "form"];
    "filterSignals";
    "selector";
    "headers";
    "openWhenHidden";
    "payload";
    "requestCancellation" ["auto", "cleanup", "disabled"];
    "retry" ["auto", "error", "always", "never"];
    "retryInterval";
    "retryScaler";
    "retryMaxWait";
    "retryMaxCount";
}
