//! The elements of `MathML`, one row each.
//!
//! These are the elements of [`MathML` Core], the part of `MathML` that browsers implement. Attributes
//! that all of them share have rows of their own.
//!
//! [`MathML` Core]: https://w3c.github.io/mathml-core/

mod global;

pub use global::MathmlGlobal;

use crate::element::Tag;

/// An element of `MathML`.
pub trait MathmlElement: Tag {}

crate::elements! {
    @mathml
    // The formula.
    /// The root of a formula. <https://w3c.github.io/mathml-core/#dfn-math>
    math: Parent {
        /// Whether the formula is a block of its own.
        display: Enumerated["block", "inline"];
        /// Text that stands for the formula.
        alttext: Text;
        /// Namespace of the element, always `http://www.w3.org/1998/Math/MathML`.
        xmlns: Text;
    }

    // Tokens.
    /// An identifier. <https://w3c.github.io/mathml-core/#dfn-mi>
    mi: Parent {
        /// Keeps a single letter from being set in italics.
        mathvariant: Enumerated["normal"];
    }
    /// A number. <https://w3c.github.io/mathml-core/#dfn-mn>
    mn: Parent {}
    /// An operator, fence, separator or accent. <https://w3c.github.io/mathml-core/#dfn-mo>
    mo: Parent {
        /// Position of the operator among its operands.
        form: Enumerated["prefix", "infix", "postfix"];
        /// Whether the operator is a fence; has no visual effect.
        fence: Enumerated["true", "false"];
        /// Whether the operator is a separator; has no visual effect.
        separator: Enumerated["true", "false"];
        /// Space before the operator.
        lspace: Text;
        /// Space after the operator.
        rspace: Text;
        /// Whether the operator stretches to the size of its neighbors.
        stretchy: Enumerated["true", "false"];
        /// Whether the operator stretches evenly around the axis.
        symmetric: Enumerated["true", "false"];
        /// Largest size when stretched.
        maxsize: Text;
        /// Smallest size when stretched.
        minsize: Text;
        /// Whether the operator is drawn large in displayed formulas.
        largeop: Enumerated["true", "false"];
        /// Whether limits become scripts in inline formulas.
        movablelimits: Enumerated["true", "false"];
    }
    /// Text. <https://w3c.github.io/mathml-core/#dfn-mtext>
    mtext: Parent {}
    /// Space. <https://w3c.github.io/mathml-core/#dfn-mspace>
    mspace: Parent {
        /// Horizontal size.
        width: Text;
        /// Size above the baseline.
        height: Text;
        /// Size below the baseline.
        depth: Text;
    }
    /// A string literal. <https://w3c.github.io/mathml-core/#dfn-ms>
    ms: Parent {}

    // Layout.
    /// A group of expressions. <https://w3c.github.io/mathml-core/#dfn-mrow>
    mrow: Parent {}
    /// A fraction. <https://w3c.github.io/mathml-core/#dfn-mfrac>
    mfrac: Parent {
        /// Thickness of the bar.
        linethickness: Text;
    }
    /// A square root. <https://w3c.github.io/mathml-core/#dfn-msqrt>
    msqrt: Parent {}
    /// A root with an index. <https://w3c.github.io/mathml-core/#dfn-mroot>
    mroot: Parent {}
    /// A group of expressions with a style. <https://w3c.github.io/mathml-core/#dfn-mstyle>
    mstyle: Parent {}
    /// An error message. <https://w3c.github.io/mathml-core/#dfn-merror>
    merror: Parent {}
    /// A group of expressions with adjusted size and position. <https://w3c.github.io/mathml-core/#dfn-mpadded>
    mpadded: Parent {
        /// Horizontal size.
        width: Text;
        /// Size above the baseline.
        height: Text;
        /// Size below the baseline.
        depth: Text;
        /// Horizontal position of the content.
        lspace: Text;
        /// Vertical position of the content.
        voffset: Text;
    }
    /// A group of expressions that takes up space but is invisible. <https://w3c.github.io/mathml-core/#dfn-mphantom>
    mphantom: Parent {}

    // Scripts and limits.
    /// An expression with a subscript. <https://w3c.github.io/mathml-core/#dfn-msub>
    msub: Parent {}
    /// An expression with a superscript. <https://w3c.github.io/mathml-core/#dfn-msup>
    msup: Parent {}
    /// An expression with a subscript and a superscript. <https://w3c.github.io/mathml-core/#dfn-msubsup>
    msubsup: Parent {}
    /// An expression with a script below it. <https://w3c.github.io/mathml-core/#dfn-munder>
    munder: Parent {
        /// Whether the script below is an accent.
        accentunder: Enumerated["true", "false"];
    }
    /// An expression with a script above it. <https://w3c.github.io/mathml-core/#dfn-mover>
    mover: Parent {
        /// Whether the script above is an accent.
        accent: Enumerated["true", "false"];
    }
    /// An expression with scripts below and above it. <https://w3c.github.io/mathml-core/#dfn-munderover>
    munderover: Parent {
        /// Whether the script above is an accent.
        accent: Enumerated["true", "false"];
        /// Whether the script below is an accent.
        accentunder: Enumerated["true", "false"];
    }
    /// An expression with several scripts, before and after it. <https://w3c.github.io/mathml-core/#dfn-mmultiscripts>
    mmultiscripts: Parent {}
    /// The mark after which scripts come before their base. <https://w3c.github.io/mathml-core/#dfn-mprescripts>
    mprescripts: Parent {}

    // Tables.
    /// A table or matrix. <https://w3c.github.io/mathml-core/#dfn-mtable>
    mtable: Parent {}
    /// A row of a table. <https://w3c.github.io/mathml-core/#dfn-mtr>
    mtr: Parent {}
    /// A cell of a table. <https://w3c.github.io/mathml-core/#dfn-mtd>
    mtd: Parent {
        /// Number of columns the cell extends over.
        columnspan: Number;
        /// Number of rows the cell extends over.
        rowspan: Number;
    }

    // Links, actions and annotations.
    /// A hyperlink. <https://w3c.github.io/mathml-core/#dfn-a>
    a: Parent {
        /// Address the link points to.
        href: Url;
        /// Browsing context in which the result opens.
        target: Text;
        /// Language of the linked resource.
        hreflang: Text;
        /// Hint for the media type of the resource.
        type_ "type": Text;
    }
    /// An expression with an action; browsers show the first child. <https://w3c.github.io/mathml-core/#dfn-maction>
    maction: Parent {
        /// Kind of the action; has no effect.
        actiontype: Text;
        /// Number of the selected child; has no effect.
        selection: Number;
    }
    /// An expression with annotations. <https://w3c.github.io/mathml-core/#dfn-semantics>
    semantics: Parent {}
    /// An annotation in text. <https://w3c.github.io/mathml-core/#dfn-annotation>
    annotation: Parent {
        /// Format of the annotation, such as a media type.
        encoding: Text;
    }
    /// An annotation in markup. <https://w3c.github.io/mathml-core/#dfn-annotation-xml>
    annotation_xml "annotation-xml": Parent {
        /// Format of the annotation, such as a media type.
        encoding: Text;
    }
}
