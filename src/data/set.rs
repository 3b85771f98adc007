//! What an expression is that `data-attr` sets an attribute to: a fact of that attribute's kind.
//!
//! The client writes `true` as an empty attribute, leaves out `false` and `null`, and writes everything else as
//! text. Source: <https://data-star.dev/reference/attributes#data-attr>.

use super::key::{Key, Markup};
use super::{AttributeName, AttributeText, AttributeValue, Condition};
use crate::value::{Attribute, Enumerated, Flag, Kind, Number, Style, Text, Tokens, Url};

/// A kind of attribute that an expression can set in the browser.
///
/// Code and documents cannot be set there: nothing would check what an expression makes of them.
///
/// ```
/// use starmark::js::raw;
/// use starmark::prelude::*;
///
/// let busy = data::attr(html::button::disabled, raw("$busy").of::<bool>());
/// assert_eq!(busy.to_string(), r#" data-attr:disabled="$busy""#);
/// let label = data::attr(html::button::title, signal!("label"));
/// assert_eq!(label.to_string(), r#" data-attr:title="$label""#);
/// ```
#[diagnostic::on_unimplemented(
    message = "`data-attr` cannot set this attribute, which takes `{Self}`",
    label = "cannot be set in the browser",
    note = "code and documents come from the server: render the attribute, or listen with `data-on`"
)]
pub trait Settable: Kind {
    /// What the expression is: a [`Condition`] for a [`Flag`].
    type Expression: super::Valued;
}

macro_rules! settable {
    ($($kind:ident $expression:ident;)*) => {$(
        impl Settable for $kind {
            type Expression = $expression;
        }
    )*};
}

settable! {
    Flag Condition;
    Text AttributeText;
    Tokens AttributeText;
    Enumerated AttributeText;
    Number AttributeText;
    Url AttributeText;
    Style AttributeText;
}

impl<K: Kind> Attribute<K> {
    /// The `data-attr` that sets the attribute, as a template writes it.
    #[doc(hidden)]
    pub const fn set_by<E>(self, name: &'static str) -> Attribute<E>
    where
        K: Settable<Expression = E>,
    {
        Attribute::new(name)
    }
}

/// What `data-attr` sets: an attribute of the vocabulary, another one by its name, or, with `()`, those of an object.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is no attribute that `data-attr` can set",
    label = "not an attribute",
    note = "an attribute is `html::a::href`, or `AttributeName::new(\"x-open\")` for those that have no row"
)]
pub trait Sets: Key<Markup> {
    /// What the expression is.
    type Expression: super::Valued;
}

impl<K: Settable> Sets for Attribute<K> {
    type Expression = K::Expression;
}

impl Sets for AttributeName<'_> {
    type Expression = AttributeValue;
}

impl Sets for () {
    type Expression = AttributeValue;
}
