//! The macros that turn a row about a plugin into its type, lookup, constructor, builder method and modifiers.
//!
//! The tables of this crate and those of its users go through the same macros; only methods differ: here they
//! are inherent, elsewhere they come with traits.

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

/// Declares plain data attributes of the application: one row each.
///
/// A row is `name method "data-name": Kind ["keyword", …];`, with the kinds of [`value`](crate::value); `name` is the
/// name without `data-`. The attributes are no concern of the client's: scripts read them, as
/// `el.dataset.rowId`. What is not declared takes any text. One call for each module.
///
/// ```
/// mod rows {
///     starmark::dataset! {
///         /// The number of a row.
///         row_id data_row_id "data-row-id": Number;
///         /// What it is about.
///         kind data_kind "data-kind": Enumerated["bug", "task"];
///     }
/// }
///
/// use rows::*;
/// use starmark::html;
///
/// let by_macro = html! { tr data-row-id=(7) data-kind="bug" {} };
/// let by_builder = html::tr().data_row_id(7).data_kind("bug");
/// assert_eq!(by_macro.into_string(), r#"<tr data-row-id="7" data-kind="bug"></tr>"#);
/// assert_eq!(by_builder.to_string(), r#"<tr data-row-id="7" data-kind="bug"></tr>"#);
/// ```
///
/// Source: <https://html.spec.whatwg.org/multipage/dom.html#embedding-custom-non-visible-data-with-the-data-*-attributes>.
#[macro_export]
macro_rules! dataset {
    ($($(#[$doc:meta])* $name:ident $method:ident $wire:literal: $kind:ident $([$($value:literal),* $(,)?])?;)*) => {
        #[doc(hidden)]
        #[allow(non_camel_case_types, missing_docs, missing_debug_implementations)]
        pub mod __dataset {
            $(
                pub enum $name {}
                impl $crate::data::DataAttribute for $name {
                    type Kind = $crate::value::$kind;
                    const ATTRIBUTE: $crate::value::Attribute<$crate::value::$kind> =
                        $crate::__attribute!($name $wire $([$($value),*])?);
                }
            )*
            pub trait Lookup: ::core::marker::Sized {
                $(fn $name(self) -> $crate::data::Declared<$name>;)*
            }
            impl Lookup for $crate::data::Data {
                $(fn $name(self) -> $crate::data::Declared<$name> { $crate::data::Declared::ROW })*
            }
            pub trait Methods: ::core::marker::Sized {
                $($(#[$doc])* fn $method(self, value: impl $crate::value::Value<$crate::value::$kind>) -> Self;)*
            }
            impl<T: $crate::Tag> Methods for $crate::Element<T> {
                $(fn $method(self, value: impl $crate::value::Value<$crate::value::$kind>) -> Self {
                    self.set(<$name as $crate::data::DataAttribute>::ATTRIBUTE, value)
                })*
            }
        }
        #[allow(unused_imports)]
        pub use __dataset::{Lookup as _, Methods as _};
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

/// The constructor, by what the rules say of key and value.
#[doc(hidden)]
#[macro_export]
macro_rules! __constructor {
    ($plugin:ident, Required Listener, $value:ident $kind:ident, $(#[$doc:meta])*) => {
        $(#[$doc])*
        pub fn $plugin<S>(
            event: impl $crate::data::event::Listen<S>,
            value: impl $crate::data::Source<$crate::data::$kind>,
        ) -> $crate::data::Attr<$plugin, S> {
            $crate::data::Attr::listening($crate::data::event::Listen::into_event(event), &value)
        }
    };
    ($plugin:ident, Required $sort:ident, $value:ident $kind:ident, $(#[$doc:meta])*) => {
        $(#[$doc])*
        pub fn $plugin(
            key: impl $crate::data::key::Name<$crate::data::key::$sort>,
            value: impl $crate::data::Source<$crate::data::$kind>,
        ) -> $crate::data::Attr<$plugin> {
            $crate::data::Attr::keyed(&key, &value)
        }
    };
    ($plugin:ident, Allowed Variable, $value:ident Object, $(#[$doc:meta])*) => {
        $crate::__constructor! { $plugin, Denied, $value Object, $(#[$doc])* }
    };
    ($plugin:ident, Allowed $sort:ident, $value:ident $kind:ident, $(#[$doc:meta])*) => {
        $(#[$doc])*
        pub fn $plugin(
            key: impl $crate::data::key::Key<$crate::data::key::$sort>,
            value: impl $crate::data::Source<$crate::data::$kind>,
        ) -> $crate::data::Attr<$plugin> {
            $crate::data::Attr::keyed(&key, &value)
        }
    };
    ($plugin:ident, Denied, Denied $kind:ident, $(#[$doc:meta])*) => {
        $(#[$doc])*
        pub fn $plugin() -> $crate::data::Attr<$plugin> {
            $crate::data::Attr::bare()
        }
    };
    ($plugin:ident, $key:ident $($sort:ident)?, $value:ident $kind:ident, $(#[$doc:meta])*) => {
        $(#[$doc])*
        pub fn $plugin(value: impl $crate::data::Source<$crate::data::$kind>) -> $crate::data::Attr<$plugin> {
            $crate::data::Attr::new(&value)
        }
    };
}

/// The builder's method, by the same rules.
#[doc(hidden)]
#[macro_export]
macro_rules! __method {
    ($plugin:ident $method:ident, Required Listener, $value:ident $kind:ident, [] $(#[$doc:meta])*) => {
        $(#[$doc])*
        pub fn $method<S>(
            self,
            event: impl $crate::data::event::Listen<S>,
            value: impl $crate::data::Source<$crate::data::$kind>,
        ) -> Self {
            self.with($plugin(event, value))
        }
    };
    ($plugin:ident $method:ident, Required $sort:ident, $value:ident $kind:ident, [] $(#[$doc:meta])*) => {
        $(#[$doc])*
        pub fn $method(
            self,
            key: impl $crate::data::key::Name<$crate::data::key::$sort>,
            value: impl $crate::data::Source<$crate::data::$kind>,
        ) -> Self {
            self.with($plugin(key, value))
        }
    };
    ($plugin:ident $method:ident, Allowed Variable, $value:ident Object, [$($place:tt)*] $(#[$doc:meta])*) => {
        $crate::__method! { $plugin $method, Denied, $value Object, [] $(#[$doc])* }
    };
    ($plugin:ident $method:ident, Allowed $sort:ident, $value:ident $kind:ident, [] $(#[$doc:meta])*) => {
        $(#[$doc])*
        pub fn $method(
            self,
            key: impl $crate::data::key::Key<$crate::data::key::$sort>,
            value: impl $crate::data::Source<$crate::data::$kind>,
        ) -> Self {
            self.with($plugin(key, value))
        }
    };
    ($plugin:ident $method:ident, Denied, Denied $kind:ident, [] $(#[$doc:meta])*) => {
        $(#[$doc])*
        pub fn $method(self) -> Self {
            self.with($plugin())
        }
    };
    // The signal has to fit the control.
    ($plugin:ident $method:ident, Exclusive Variable, $value:ident SignalName, [on Control] $(#[$doc:meta])*) => {
        $(#[$doc])*
        pub fn $method(self, signal: impl $crate::data::Binds<T>) -> Self
        where
            T: $crate::element::Control,
        {
            self.with($plugin(signal))
        }
    };
    ($plugin:ident $method:ident, $key:ident $($sort:ident)?, $value:ident $kind:ident, [$(on $place:ident)? $(first)?] $(#[$doc:meta])*) => {
        $(#[$doc])*
        pub fn $method(self, value: impl $crate::data::Source<$crate::data::$kind>) -> Self
        $(where T: $crate::element::$place)?
        {
            self.with($plugin(value))
        }
    };
}

/// The builder's method as a trait, for elements and lists alike.
#[doc(hidden)]
#[macro_export]
macro_rules! __trait_method {
    ($plugin:ident $method:ident, Denied, Denied $kind:ident, $(#[$doc:meta])*) => {
        pub trait Method: $crate::data::Holder {
            $(#[$doc])*
            fn $method(self) -> Self {
                self.with(super::super::$plugin())
            }
        }
        impl<H: $crate::data::Holder> Method for H {}
    };
    ($plugin:ident $method:ident, Denied, $value:ident $kind:ident, $(#[$doc:meta])*) => {
        pub trait Method: $crate::data::Holder {
            $(#[$doc])*
            fn $method(self, value: impl $crate::data::Source<$crate::data::$kind>) -> Self {
                self.with(super::super::$plugin(value))
            }
        }
        impl<H: $crate::data::Holder> Method for H {}
    };
    ($plugin:ident $method:ident, Exclusive $sort:ident, $value:ident $kind:ident, $(#[$doc:meta])*) => {
        $crate::__trait_method! { $plugin $method, Denied, $value $kind, $(#[$doc])* }
    };
    ($plugin:ident $method:ident, $key:ident $sort:ident, $value:ident $kind:ident, $(#[$doc:meta])*) => {
        pub trait Method: $crate::data::Holder {
            $(#[$doc])*
            fn $method(
                self,
                key: impl $crate::data::key::Name<$crate::data::key::$sort>,
                value: impl $crate::data::Source<$crate::data::$kind>,
            ) -> Self {
                self.with(super::super::$plugin(key, value))
            }
        }
        impl<H: $crate::data::Holder> Method for H {}
    };
    // A word that is no rule: the row names a rule that there is not, which says it at the word itself.
    ($($row:tt)*) => {};
}

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
