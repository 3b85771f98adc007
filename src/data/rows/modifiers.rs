//! What a row's modifiers become: types, rows for the checks, methods.

/// A marker type for each modifier, and that they differ.
#[doc(hidden)]
#[macro_export]
macro_rules! __modifier_types {
    ($($(#[$doc:meta])* $modifier:ident $($wire:literal)? $(: $argument:ident)? $(without $($other:ident)+)?;)*) => {
        $($(#[$doc])* pub enum $modifier {})*
        $crate::__differ!($($modifier)*);
    };
}

/// What a row says of its modifiers, for templates.
#[doc(hidden)]
#[macro_export]
macro_rules! __modifier_rows {
    ($($(#[$doc:meta])* $modifier:ident $($wire:literal)? $(: $argument:ident)? $(without $($other:ident)+)?;)*) => {
        &[$($crate::data::ModifierRow {
            name: $crate::__wire!($modifier $($wire)?),
            tags: <$crate::__argument!($($argument)?) as $crate::data::Argument>::TAGS,
            without: &[$($(::core::stringify!($other)),+)?],
        }),*]
    };
}

/// The type of a modifier's argument.
#[doc(hidden)]
#[macro_export]
macro_rules! __argument {
    () => {
        $crate::data::NoArgument
    };
    ($argument:ident) => {
        $crate::data::$argument
    };
}

/// The modifiers as inherent methods of an attribute or an event.
#[doc(hidden)]
#[macro_export]
macro_rules! __modifiers {
    ($holder:ident, $plugin:ident, $($(#[$doc:meta])* $modifier:ident $($wire:literal)? $(: $argument:ident)? $(without $($other:ident)+)?;)*) => {
        impl<S> $crate::__holder!($holder $plugin, S) {
            $(
                $(#[$doc])*
                pub fn $modifier(self $(, argument: impl $crate::data::IntoArgument<$crate::data::$argument>)?)
                    -> $crate::__holder!($holder $plugin, $crate::data::With<modifiers::$plugin::$modifier, S>)
                where
                    S: $crate::data::Lacks<modifiers::$plugin::$modifier>
                        $($(+ $crate::data::Lacks<modifiers::$plugin::$other>)+)?,
                {
                    self.modified(
                        $crate::__wire!($modifier $($wire)?),
                        &$crate::__given!($(argument $argument)?),
                    )
                }
            )*
        }
    };
}

/// The modifiers as a trait each, for rows of other crates.
#[doc(hidden)]
#[macro_export]
macro_rules! __trait_modifiers {
    ($plugin:ident, $($(#[$doc:meta])* $modifier:ident $($wire:literal)? $(: $argument:ident)? $(without $($other:ident)+)?;)*) => {$(
        pub mod $modifier {
            use super::super::super::{$plugin as Plugin, modifiers::$plugin as names};
            // The bounds stand on the method: on the impl, the compiler would say nothing of them.
            pub trait Modify {
                type State;
                $(#[$doc])*
                fn $modifier(self $(, argument: impl $crate::data::IntoArgument<$crate::data::$argument>)?)
                    -> $crate::data::Attr<Plugin, $crate::data::With<names::$modifier, Self::State>>
                where
                    Self::State: $crate::data::Lacks<names::$modifier> $($(+ $crate::data::Lacks<names::$other>)+)?;
            }
            impl<S> Modify for $crate::data::Attr<Plugin, S> {
                type State = S;
                fn $modifier(self $(, argument: impl $crate::data::IntoArgument<$crate::data::$argument>)?)
                    -> $crate::data::Attr<Plugin, $crate::data::With<names::$modifier, S>>
                where
                    S: $crate::data::Lacks<names::$modifier> $($(+ $crate::data::Lacks<names::$other>)+)?,
                {
                    self.modified($crate::__wire!($modifier $($wire)?), &$crate::__given!($(argument $argument)?))
                }
            }
        }
        pub use $modifier::Modify as _;
    )*};
}
