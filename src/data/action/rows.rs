//! The actions of Datastar 1.0.4 and the options of its requests, against which literals are checked.
//!
//! Source: <https://data-star.dev/reference/actions>.

use crate::message::eq;

/// What a row says about an action.
#[derive(Debug, Clone, Copy)]
pub struct ActionRow {
    /// The name behind `@`.
    pub name: &'static str,
    /// How many arguments it cannot do without.
    pub arguments: usize,
    /// What the first argument is.
    pub(crate) first: &'static str,
    /// Arguments as they may look.
    pub(crate) example: &'static str,
    /// What its arguments are.
    pub expects: &'static [Expects],
    /// Whether it makes a request, and takes the options of one.
    pub is_request: bool,
}

/// What an argument or an option is.
#[derive(Debug, Clone, Copy)]
pub enum Expects {
    /// Anything.
    Any,
    /// A text.
    Text,
    /// A number.
    Number,
    /// A boolean.
    Bool,
    /// An object.
    Object,
    /// A filter of signals.
    Filter,
    /// A function.
    Function,
}

impl Expects {
    /// The same in words.
    pub(crate) const fn noun(self) -> &'static str {
        match self {
            Self::Any => "a value",
            Self::Text => "a text",
            Self::Number => "a number",
            Self::Bool => "`true` or `false`",
            Self::Object => "an object",
            Self::Filter => "a filter such as `{include: /^is/}`",
            Self::Function => "a function",
        }
    }
}

macro_rules! actions {
    ($($(#[$cfg:meta])* $name:literal($($expects:ident),*): $arguments:literal $first:literal, $example:literal $($request:ident)?;)*) => {
        /// The rows themselves; outside of this module only for tests.
        pub const ACTIONS: &[ActionRow] = &[$($(#[$cfg])* ActionRow {
            name: $name,
            arguments: $arguments,
            first: $first,
            example: $example,
            expects: &[$(Expects::$expects),*],
            is_request: !stringify!($($request)?).is_empty(),
        }),*];

        /// The names, for "did you mean".
        pub(crate) const NAMES: &[&str] = &[$($(#[$cfg])* $name),*];
    };
}

actions! {
    "peek"(Function): 1 "a function", "() => $count";
    "setAll"(Any, Filter): 1 "a value", "false, {include: /^is/}";
    "toggleAll"(Filter): 0 "a filter", "{include: /^is/}";
    "get"(Text, Object): 1 "an address", "'/path'" request;
    "post"(Text, Object): 1 "an address", "'/path'" request;
    "put"(Text, Object): 1 "an address", "'/path'" request;
    "patch"(Text, Object): 1 "an address", "'/path'" request;
    "delete"(Text, Object): 1 "an address", "'/path'" request;
    "query"(Text, Object): 1 "an address", "'/path'" request;
    #[cfg(feature = "pro")]
    "clipboard"(Text, Bool): 1 "a text", "'text'";
    #[cfg(feature = "pro")]
    "fit"(Number, Number, Number, Number, Number, Bool, Bool): 5 "a number", "$x, 0, 10, 0, 100";
    #[cfg(feature = "pro")]
    "intl"(Text, Any, Object, Any): 2 "a type", "'number', $x";
}

/// The actions of Datastar Pro, which are rows only with the feature `pro`.
pub(crate) const PRO: &[&str] = &["clipboard", "fit", "intl"];

/// The row of an action.
pub(crate) const fn find(name: &str) -> Option<&'static ActionRow> {
    let mut i = 0;
    while i < ACTIONS.len() {
        if eq(ACTIONS[i].name, name) {
            return Some(&ACTIONS[i]);
        }
        i += 1;
    }
    None
}

/// What a row says about an option.
#[derive(Debug, Clone, Copy)]
pub(crate) struct OptionRow {
    name: &'static str,
    /// What it is.
    pub(crate) expects: Expects,
    /// The words that it takes, if it is one of some.
    pub(crate) words: &'static [&'static str],
}

macro_rules! options {
    ($($(#[$doc:meta])* $option:ident $name:literal: $expects:ident $([$($word:literal),*])?;)*) => {
        /// The options of a request, as a part of the type of an action that has them.
        pub mod option {
            pub use super::super::options::{private_signals, stream};

            $($(#[$doc])* #[allow(non_camel_case_types)] #[derive(Debug, Clone, Copy)] pub enum $option {})*

            $(impl super::super::options::Named for $option {
                const NAME: &'static str = $name;
            })*

            $crate::__differ!($($option)*);
        }

        const REQUEST: &[OptionRow] = &[$(OptionRow {
            name: $name,
            expects: Expects::$expects,
            words: &[$($($word),*)?],
        }),*];

        /// The names, for "did you mean".
        pub(crate) const OPTIONS: &[&str] = &[$($name),*];
    };
}

options! {
    /// What the request carries: signals as JSON, or a form.
    content_type "contentType": Text ["json", "form"];
    /// Which signals it carries.
    filter_signals "filterSignals": Filter;
    /// Which form it carries.
    selector "selector": Text;
    /// Headers beside those of the client.
    headers "headers": Object;
    /// Whether it goes on while the page is hidden.
    open_when_hidden "openWhenHidden": Bool;
    /// What it carries instead of signals.
    payload "payload": Any;
    /// What ends it.
    request_cancellation "requestCancellation": Text ["auto", "cleanup", "disabled"];
    /// When it is tried again.
    retry "retry": Text ["auto", "error", "always", "never"];
    /// How long it waits before the first retry.
    retry_interval "retryInterval": Number;
    /// By how much a wait is longer than the one before.
    retry_scaler "retryScaler": Number;
    /// How long it waits at most.
    retry_max_wait "retryMaxWait": Number;
    /// How often it is tried again.
    retry_max_count "retryMaxCount": Number;
}

/// The row of an option.
pub(crate) const fn find_option(name: &str) -> Option<&'static OptionRow> {
    let mut i = 0;
    while i < REQUEST.len() {
        if eq(REQUEST[i].name, name) {
            return Some(&REQUEST[i]);
        }
        i += 1;
    }
    None
}
