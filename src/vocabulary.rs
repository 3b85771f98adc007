//! The macros that turn a row of a table into types, constructors, constants and methods.
//!
//! One row makes four things, so that nothing can be in one front end and not in the other:
//!
//! * a type, `html::a`, that templates mention and rustc checks;
//! * a constructor of the same name, `html::a()`, for the builder;
//! * a constant for each attribute, `html::a::href`, that knows the kind of its value;
//! * a builder method for each attribute, `html::a().href("/x")`.
//!
//! The tables of this crate and those of its users go through the same macros.

mod example;

/// Declares elements, such as web components: one row each.
///
/// A row is `name "wire-name": Kind { attributes }`. The kind is `Parent` (it has children), `Void` (its start
/// tag ends it), `Raw` (it holds code) or `Preformatted`. An attribute is
/// `name "wire-name": ValueKind ["keyword", …];`, with the kinds of [`value`](crate::value). The wire name
/// may be left out where it is the identifier. In a template the element is written by its identifier or
/// path; its methods come into scope with the module. One call for each module.
///
/// ```
/// mod ui {
///     starmark::elements! {
///         /// A rating in stars.
///         star_rating "star-rating": Parent {
///             /// How many stars are lit.
///             value: Number;
///             /// How large they are.
///             size: Enumerated["small", "large"];
///         }
///     }
/// }
///
/// use starmark::html;
/// use ui::*;
///
/// let by_macro = html! { star_rating value="3" size="large" { "***" } };
/// assert_eq!(by_macro.into_string(), r#"<star-rating value="3" size="large">***</star-rating>"#);
/// let by_builder = star_rating().value(3).size("large").child("***");
/// assert_eq!(by_builder.to_string(), r#"<star-rating value="3" size="large">***</star-rating>"#);
/// ```
#[macro_export]
macro_rules! elements {
    // The tables of this crate: methods are inherent, so that nobody has to import them.
    (@inherent $module:tt $($rows:tt)*) => {
        $crate::__elements!($module $($rows)*);
        $crate::__inherent_methods!($module $($rows)*);
    };
    (@html $($rows:tt)*) => {
        $crate::elements!(@inherent [html] $($rows)*);
        #[cfg(feature = "testing")]
        $crate::__controls!($($rows)*);
    };
    (@svg $($rows:tt)*) => {
        $crate::elements!(@inherent [svg] $($rows)*);
        $crate::__namespace!(svg::SvgElement; $($rows)*);
    };
    (@mathml $($rows:tt)*) => {
        $crate::elements!(@inherent [mathml] $($rows)*);
        $crate::__namespace!(mathml::MathmlElement; $($rows)*);
    };
    ($($rows:tt)*) => {
        $crate::__elements!([] $($rows)*);
        $crate::__trait_methods!($($rows)*);
    };
}

/// Declares attributes that every element has: one row each.
///
/// A row is `name "wire-name": ValueKind ["keyword", …];`. Importing the module makes them known to templates
/// and builders. One call for each module.
///
/// ```
/// mod htmx {
///     starmark::attributes! {
///         /// Where a click goes.
///         hx_get "hx-get": Url;
///         /// What happens to the answer.
///         hx_swap "hx-swap": Text;
///     }
/// }
///
/// use htmx::*;
/// use starmark::html;
///
/// let by_macro = html! { button hx-get="/x" hx-swap="outerHTML" { "Go" } };
/// let by_builder = html::button().hx_get("/x").hx_swap("outerHTML").child("Go");
/// assert_eq!(by_macro.into_string(), by_builder.to_string());
/// ```
#[macro_export]
macro_rules! attributes {
    (@inherent $($rows:tt)*) => { $crate::__shared_attributes!(Tag, Global, [html] div; $($rows)*); };
    (@svg $($rows:tt)*) => { $crate::__shared_attributes!(SvgElement, Presentation, [svg] g; $($rows)*); };
    (@mathml $($rows:tt)*) => { $crate::__shared_attributes!(MathmlElement, MathmlGlobal, [mathml] mi; $($rows)*); };
    ($($(#[$doc:meta])* $name:ident $($wire:literal)? : $kind:ident $([$($value:literal),* $(,)?])? ;)*) => {
        #[doc(hidden)]
        #[allow(non_upper_case_globals, missing_docs)]
        pub mod __attributes {
            pub trait Constants: $crate::Tag {
                $($(#[$doc])* const $name: $crate::value::Attribute<$crate::value::$kind> =
                    $crate::__attribute!($name $($wire)? $([$($value),*])?);)*
            }
            impl<T: $crate::Tag> Constants for T {}
            pub trait Methods: ::core::marker::Sized {
                $($(#[$doc])* fn $name(self, value: impl $crate::value::Value<$crate::value::$kind>) -> Self;)*
            }
            impl<T: $crate::Tag> Methods for $crate::Element<T> {
                $(fn $name(self, value: impl $crate::value::Value<$crate::value::$kind>) -> Self {
                    self.set(<T as Constants>::$name, value)
                })*
            }
        }
        #[allow(unused_imports)]
        pub use __attributes::{Constants as _, Methods as _};
    };
}

/// Types, constructors and constants of elements.
#[doc(hidden)]
#[macro_export]
macro_rules! __elements {
    ($module:tt $($(#[$doc:meta])* $tag:ident $($wire:literal)? : $kind:ident $($control:ident)? {
        $($(#[$attribute_doc:meta])* $name:ident $($attribute_wire:literal)? : $value_kind:ident $([$($value:literal),* $(,)?])? ;)*
    })*) => {$(
        $crate::__element!($module [$tag $($wire)?, $kind] $tag { $(#[$doc])* });

        impl $crate::Tag for $tag {
            const NAME: &'static str = $crate::__wire!($tag $($wire)?);
            const START: &'static str = ::core::concat!("<", $crate::__wire!($tag $($wire)?), ">");
            const PREFORMATTED: bool = $crate::__is_preformatted!($kind);
            const CONTROL: bool = $crate::__is_control!($tag $($wire)?, $($control)?);
        }

        $crate::__kind!($tag $($wire)?, $kind);

        #[allow(non_upper_case_globals)]
        impl $tag {
            $($(#[$attribute_doc])*
            pub const $name: $crate::value::Attribute<$crate::value::$value_kind> =
                $crate::__attribute!($name $($attribute_wire)? $([$($value),*])?);)*
        }
    )*};
}

/// The type and the constructor of one element.
#[doc(hidden)]
#[macro_export]
macro_rules! __element {
    ([$($module:ident)?] $row:tt $tag:ident { $(#[$doc:meta])* }) => {
        $(#[$doc])*
        $(#[doc = $crate::__template_example!([$module] $row)])?
        #[allow(non_camel_case_types)]
        #[derive(Clone, Copy, Debug)]
        pub struct $tag {}

        $(#[$doc])*
        $(#[doc = $crate::__element_example!([$module] $row)])?
        // Compiled where it is called: most programs call few of the many.
        #[inline]
        #[allow(non_snake_case)]
        pub fn $tag() -> $crate::Element<$tag> {
            $crate::Element::new()
        }
    };
}

/// The names of the form controls, for checks of finished pages.
#[doc(hidden)]
#[macro_export]
macro_rules! __controls {
    (@name $control:ident $tag:ident) => {
        <$tag as $crate::Tag>::NAME
    };
    ($($(#[$doc:meta])* $tag:ident $($wire:literal)? : $kind:ident $($control:ident)? {
        $($(#[$attribute_doc:meta])* $name:ident $($attribute_wire:literal)? : $value_kind:ident $([$($value:literal),* $(,)?])? ;)*
    })*) => {
        pub(crate) const CONTROLS: &[&str] = &[$($($crate::__controls!(@name $control $tag),)?)*];
    };
}

/// Builder methods as inherent methods, which only this crate can add.
#[doc(hidden)]
#[macro_export]
macro_rules! __inherent_methods {
    (@element $module:tt $tag:ident $row:tt $($(#[$doc:meta])* $name:ident $($wire:literal)? : $kind:ident $([$($value:literal),* $(,)?])? ;)*) => {
        #[allow(non_snake_case)]
        impl $crate::Element<$tag> {
            $($(#[$doc])*
            #[doc = $crate::__attribute_example!($module $row $name $($wire)?, $kind $($($value)*)?)]
            pub fn $name(self, value: impl $crate::value::Value<$crate::value::$kind>) -> Self {
                self.set($tag::$name, value)
            })*
        }
    };
    ($module:tt $($(#[$doc:meta])* $tag:ident $($wire:literal)? : $kind:ident $($control:ident)? { $($attributes:tt)* })*) => {$(
        $crate::__inherent_methods!(@element $module $tag [$tag $($wire)?, $kind] $($attributes)*);
        $(impl $crate::element::$control for $tag { type Sort = Self; })?
    )*};
}

/// Builder methods as a trait for each element, which comes along with the module.
#[doc(hidden)]
#[macro_export]
macro_rules! __trait_methods {
    ($($(#[$doc:meta])* $tag:ident $($wire:literal)? : $kind:ident $($control:ident)? {
        $($(#[$attribute_doc:meta])* $name:ident $($attribute_wire:literal)? : $value_kind:ident $([$($value:literal),* $(,)?])? ;)*
    })*) => {
        #[doc(hidden)]
        #[allow(non_camel_case_types, missing_docs)]
        pub mod __elements {
            $(pub trait $tag: ::core::marker::Sized {
                $($(#[$attribute_doc])*
                fn $name(self, value: impl $crate::value::Value<$crate::value::$value_kind>) -> Self;)*
            }
            impl $tag for $crate::Element<super::$tag> {
                $(fn $name(self, value: impl $crate::value::Value<$crate::value::$value_kind>) -> Self {
                    self.set(super::$tag::$name, value)
                })*
            })*
        }
        $(#[allow(unused_imports)] pub use __elements::$tag as _;)*
        // What is declared elsewhere is a custom element.
        $(
            #[diagnostic::do_not_recommend]
            impl $crate::element::Control for $tag {
                type Sort = $crate::data::controls::CustomElement;
            }
        )*
    };
}

/// Marks elements as members of a namespace with attributes of its own.
#[doc(hidden)]
#[macro_export]
macro_rules! __namespace {
    ($module:ident::$marker:ident; $($(#[$doc:meta])* $tag:ident $($wire:literal)? : $kind:ident $($control:ident)? { $($attributes:tt)* })*) => {
        $(impl $crate::$module::$marker for $tag {})*
    };
}

/// Attributes of all elements of a namespace: constants of a trait, inherent methods.
#[doc(hidden)]
#[macro_export]
macro_rules! __shared_attributes {
    ($element:ident, $constants:ident, $module:tt $tag:ident; $($(#[$doc:meta])* $name:ident $($wire:literal)? : $kind:ident $([$($value:literal),* $(,)?])? ;)*) => {
        /// The constants of the attributes that all these elements have.
        #[allow(non_upper_case_globals)]
        pub trait $constants: $element {
            $($(#[$doc])*
            const $name: $crate::value::Attribute<$crate::value::$kind> =
                $crate::__attribute!($name $($wire)? $([$($value),*])?);)*
        }

        impl<T: $element> $constants for T {}

        #[allow(non_snake_case)]
        impl<T: $element> $crate::Element<T> {
            $($(#[$doc])*
            #[doc = $crate::__attribute_example!($module [$tag, Parent] $name $($wire)?, $kind $($($value)*)?)]
            pub fn $name(self, value: impl $crate::value::Value<$crate::value::$kind>) -> Self {
                self.set(<T as $constants>::$name, value)
            })*
        }
    };
}

/// The constant of one attribute.
#[doc(hidden)]
#[macro_export]
macro_rules! __attribute {
    ($name:ident $($wire:literal)? [$($value:literal),*]) => {
        $crate::value::Attribute::new($crate::__wire!($name $($wire)?)).one_of(&[$($value),*])
    };
    ($name:ident $($wire:literal)?) => { $crate::value::Attribute::new($crate::__wire!($name $($wire)?)) };
}

/// A name as it stands in HTML.
#[doc(hidden)]
#[macro_export]
macro_rules! __wire {
    ($name:ident) => {
        ::core::stringify!($name)
    };
    ($name:ident $wire:literal) => {
        $wire
    };
}

/// What the kind of an element means. No message lists all elements of a kind: nobody looks for another one.
#[doc(hidden)]
#[macro_export]
macro_rules! __kind {
    ($tag:ident $($wire:literal)?, Parent) => {
        #[diagnostic::do_not_recommend]
        impl $crate::element::Parent for $tag {}
        $crate::__end_tag!($tag $($wire)?);
    };
    ($tag:ident $($wire:literal)?, Preformatted) => { $crate::__kind!($tag $($wire)?, Parent); };
    ($tag:ident $($wire:literal)?, Raw) => {
        #[diagnostic::do_not_recommend]
        impl $crate::element::Raw for $tag {}
        $crate::__end_tag!($tag $($wire)?);
    };
    ($tag:ident $($wire:literal)?, Void) => {
        #[diagnostic::do_not_recommend]
        impl $crate::element::Void for $tag {}
        impl $crate::element::End for $tag { const END: &'static str = ""; }
    };
    ($tag:ident $($wire:literal)?, $kind:ident) => {
        ::core::compile_error!(::core::concat!(
            "`", ::core::stringify!($kind), "` is no kind of element; write `Parent`, `Void`, `Raw` or `Preformatted`",
        ));
    };
}

/// The end tag of an element.
#[doc(hidden)]
#[macro_export]
macro_rules! __end_tag {
    ($tag:ident $($wire:literal)?) => {
        impl $crate::element::End for $tag {
            const END: &'static str = ::core::concat!("</", $crate::__wire!($tag $($wire)?), ">");
        }
    };
}

/// Whether an element is a form control or a custom element: those have a hyphen in their names.
#[doc(hidden)]
#[macro_export]
macro_rules! __is_control {
    ($tag:ident $($wire:literal)?, Control) => {
        true
    };
    ($tag:ident $($wire:literal)?,) => {
        $crate::element::is_custom($crate::__wire!($tag $($wire)?))
    };
}

/// Whether a kind of element drops a leading line feed.
#[doc(hidden)]
#[macro_export]
macro_rules! __is_preformatted {
    (Preformatted) => {
        true
    };
    ($kind:ident) => {
        false
    };
}
