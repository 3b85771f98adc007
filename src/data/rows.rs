//! The macros that turn a row about a plugin into its type, lookup, constructor, builder method and modifiers.
//!
//! The tables of this crate and those of its users go through the same macros; only methods differ: here they
//! are inherent, elsewhere they come with traits.

mod dataset;
mod methods;
mod modifiers;

/// Declares attributes of third-party Datastar plugins: one row each.
///
/// A row is `name method "wire-name": key Rule Sort, value Rule Kind { modifiers }`. The rules are `Required`,
/// `Allowed`, `Denied`, and `Exclusive` for "either key or value"; a key that is `Denied` has no sort. The
/// sorts of keys and the kinds of values are those of [`data::key`](crate::data::key) and
/// [`data`](mod@crate::data). A modifier is `name;`, `name: Argument;` or `name without other;`. In a template
/// the attribute is then written and checked like Datastar's own; its methods come into scope with the module.
/// One call for each module.
///
/// ```
/// mod sorting {
///     starmark::plugins! {
///         /// Lets the children be dragged into another order.
///         sortable data_sortable "sortable": key Denied, value Required Statements {
///             /// How long a finger has to rest first.
///             delay: Time;
///             /// Only inside the element.
///             inside;
///         }
///     }
/// }
///
/// use sorting::*;
/// use starmark::data::ms;
/// use starmark::{html, post};
///
/// let by_macro = html! { ul data-sortable__delay.200ms__inside=(post("/order")) {} };
/// let by_builder = html::ul().with(sortable(post("/order")).delay(ms(200)).inside());
/// assert_eq!(by_macro.into_string(), by_builder.to_string());
/// assert_eq!(html::ul().data_sortable("f()").to_string(), r#"<ul data-sortable="f()"></ul>"#);
/// ```
#[macro_export]
macro_rules! plugins {
    // The tables of this crate.
    (@inherent $($rows:tt)*) => {
        $crate::__plugins!($($rows)*);
        $crate::__inherent_plugins!($($rows)*);
        $crate::__names!($($rows)*);
    };
    ($($rows:tt)*) => {
        $crate::__plugins!($($rows)*);
        $crate::__trait_plugins!($($rows)*);
    };
}

/// Types, rows and constructors.
#[doc(hidden)]
#[macro_export]
macro_rules! __plugins {
    ($($(#[$doc:meta])* $plugin:ident $method:ident $wire:literal $([$($place:tt)*])?:
        key $key:ident $($sort:ident $($case:ident)?)?, value $value:ident $kind:ident { $($modifiers:tt)* })*) => {
        $(
            $(#[$doc])*
            #[allow(non_camel_case_types)]
            #[derive(Debug, Clone, Copy)]
            pub enum $plugin {}

            impl $crate::data::PluginRow for $plugin {
                type Kind = $crate::data::$kind;
                type Keyed = $crate::__keyed!($kind);
                type Sort = $crate::__sort!($($sort)?);
                const ATTRIBUTE: &'static str = const { &$crate::data::Prefixed::new($wire) }.as_str();
                const ROW: $crate::data::Row = $crate::data::Row {
                    name: $wire,
                    key: $crate::data::Presence::$key,
                    sort: $crate::data::KeySort::of_row(::core::stringify!($($sort)?)),
                    case: $crate::data::is_given(::core::stringify!($($($case)?)?)),
                    value: $crate::data::Presence::$value,
                    literal: <$crate::data::$kind as $crate::value::Kind>::LITERAL,
                    elements: $crate::data::Elements::of_row(::core::stringify!($($($place)*)?)),
                    modifiers: $crate::__modifier_rows!($($modifiers)*),
                };
            }

            $crate::__constructor! { $plugin, $key $($sort)?, $value $kind, $(#[$doc])* }
        )*

        /// Each modifier as a type: what an attribute has is part of its type.
        #[doc(hidden)]
        #[allow(non_camel_case_types, missing_docs, missing_debug_implementations)]
        pub mod modifiers {
            $(pub mod $plugin { $crate::__modifier_types!($($modifiers)*); })*
        }
    };
}

/// Lookup, builder methods and modifiers, which only this crate can add as inherent methods.
#[doc(hidden)]
#[macro_export]
macro_rules! __inherent_plugins {
    ($($(#[$doc:meta])* $plugin:ident $method:ident $wire:literal $([$($place:tt)*])?:
        key $key:ident $($sort:ident $($case:ident)?)?, value $value:ident $kind:ident { $($modifiers:tt)* })*) => {$(
        impl $crate::data::Data {
            $(#[$doc])*
            #[doc(hidden)]
            pub const fn $plugin(self) -> $crate::data::Plugin<$plugin> {
                $crate::data::Plugin::ROW
            }
        }

        impl<T: $crate::Tag> $crate::Element<T> {
            $crate::__method! { $plugin $method, $key $($sort)?, $value $kind, [$($($place)*)?] $(#[$doc])* }
        }

        $crate::__modifiers! { Attr, $plugin, $($modifiers)* }
        $crate::__listener! { $key $($sort)?, $plugin, $($modifiers)* }
    )*};
}

/// The same as traits, which come along with the module.
#[doc(hidden)]
#[macro_export]
macro_rules! __trait_plugins {
    ($($(#[$doc:meta])* $plugin:ident $method:ident $wire:literal $([$($place:tt)*])?:
        key $key:ident $($sort:ident $($case:ident)?)?, value $value:ident $kind:ident { $($modifiers:tt)* })*) => {
        #[doc(hidden)]
        #[allow(non_camel_case_types, missing_docs, unused_imports)]
        pub mod __plugins {
            $(
                pub mod $plugin {
                    pub trait Lookup { fn $plugin(self) -> $crate::data::Plugin<super::super::$plugin>; }
                    impl Lookup for $crate::data::Data {
                        fn $plugin(self) -> $crate::data::Plugin<super::super::$plugin> {
                            $crate::data::Plugin::ROW
                        }
                    }
                    $crate::__trait_method! { $plugin $method, $key $($sort)?, $value $kind, $(#[$doc])* }
                    $crate::__trait_modifiers! { $plugin, $($modifiers)* }
                }
                pub use $plugin::*;
            )*
        }
        #[allow(unused_imports)]
        pub use __plugins::*;
    };
}

/// The names of all rows, for "did you mean", and the rows.
#[doc(hidden)]
#[macro_export]
macro_rules! __names {
    ($($(#[$doc:meta])* $plugin:ident $method:ident $wire:literal $([$($place:tt)*])?: key $($key:ident)+, value $value:ident $kind:ident { $($modifiers:tt)* })*) => {
        pub(super) const NAMES: &[&str] = &[$($wire),*];
        /// The rows themselves, for tests.
        #[doc(hidden)]
        pub const ROWS: &[$crate::data::Row] = &[$(<$plugin as $crate::data::PluginRow>::ROW),*];
    };
}

/// The kind of a row's value behind a key: one signal instead of all.
#[doc(hidden)]
#[macro_export]
macro_rules! __keyed {
    (Object) => {
        $crate::data::Initial
    };
    ($kind:ident) => {
        $crate::data::$kind
    };
}

/// The sort of a row's keys.
#[doc(hidden)]
#[macro_export]
macro_rules! __sort {
    () => {
        $crate::data::key::Keyless
    };
    ($sort:ident) => {
        $crate::data::key::$sort
    };
}

/// An event is the name of an attribute under construction, with the modifiers of that attribute.
#[doc(hidden)]
#[macro_export]
macro_rules! __listener {
    (Required Listener, $plugin:ident, $($modifiers:tt)*) => {
        $crate::__modifiers! { Event, $plugin, $($modifiers)* }
    };
    ($key:ident $($sort:ident)?, $($rest:tt)*) => {};
}

/// The type that has modifiers.
#[doc(hidden)]
#[macro_export]
macro_rules! __holder {
    (Attr $plugin:ident, $state:ty) => { $crate::data::Attr<$plugin, $state> };
    (Event $plugin:ident, $state:ty) => { $crate::data::Event<$state> };
}

/// The argument of a modifier, or none.
#[doc(hidden)]
#[macro_export]
macro_rules! __given {
    () => {
        $crate::data::NoArgument
    };
    ($value:ident $argument:ident) => {
        $crate::data::IntoArgument::<$crate::data::$argument>::into_argument($value)
    };
}
