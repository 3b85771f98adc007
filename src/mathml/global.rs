//! The attributes of every `MathML` element, one row each.
//!
//! They are the [global attributes] of `MathML` Core that are not attributes of HTML too, with those
//! that describe the [intent] of an expression.
//!
//! [global attributes]: https://w3c.github.io/mathml-core/#global-attributes
//! [intent]: https://w3c.github.io/mathml/#mixing_intent

use super::MathmlElement;

crate::attributes! {
    @mathml
    /// Name by which the `intent` of an ancestor refers to the element.
    arg: Text;
    /// Whether the formula is laid out in the larger display style.
    displaystyle: Enumerated["true", "false"];
    /// What the expression means, for assistive technology.
    intent: Text;
    /// Color of the background.
    mathbackground: Text;
    /// Color of the formula.
    mathcolor: Text;
    /// Size of the font.
    mathsize: Text;
    // Text, because a sign makes it relative to the level of the parent.
    /// Level of script nesting, which makes the font smaller.
    scriptlevel: Text;
}
