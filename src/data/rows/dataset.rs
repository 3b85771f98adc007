//! Plain data attributes of an application.

/// Declares plain data attributes of the application: one row each.
///
/// A row is `name method "data-name": Kind ["keyword", …];`, with the kinds of [`value`](crate::value); `name` is the
/// name without `data-`. The attributes are no concern of the client's: scripts read them, as
/// `el.dataset.rowId`, and so does [`js!`](macro@crate::js), with the type that the row says. What is not declared
/// takes any text. One call for each module.
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
///
/// # let chosen: starmark::data::Signal<f64> = starmark::data::Signal::of("chosen");
/// let choose = starmark::js!(|evt: starmark::data::event::interface::PointerEvent| chosen = evt.target.dataset.row_id);
/// assert_eq!(choose.as_str(), "$chosen = Number(evt.target.dataset.rowId)");
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
            pub trait Read {
                $(fn $name(&self) -> <$crate::value::$kind as $crate::js::DataKind>::Value;)*
            }
            impl Read for $crate::js::Dataset {
                $(fn $name(&self) -> <$crate::value::$kind as $crate::js::DataKind>::Value {
                    $crate::js::check::never()
                })*
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
        pub use __dataset::{Lookup as _, Methods as _, Read as _};
    };
}
