//! How elements enter the page, and the namespace that they are parsed in.

use std::fmt;

/// How elements enter the page.
///
/// ```
/// use starmark::sse::Mode;
/// assert_eq!(Mode::default(), Mode::Outer);
/// assert_eq!(Mode::Append.to_string(), "append");
/// ```
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash)]
pub enum Mode {
    /// Morphs the target itself; the default.
    #[default]
    Outer,
    /// Morphs the target's children.
    Inner,
    /// Replaces the target without morphing.
    Replace,
    /// Inserts before the target's children.
    Prepend,
    /// Inserts after the target's children.
    Append,
    /// Inserts before the target.
    Before,
    /// Inserts after the target.
    After,
    /// Removes the target.
    Remove,
}

impl Mode {
    /// The name on the wire.
    ///
    /// ```
    /// use starmark::sse::Mode;
    /// assert_eq!(Mode::Before.as_str(), "before");
    /// ```
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Outer => "outer",
            Self::Inner => "inner",
            Self::Replace => "replace",
            Self::Prepend => "prepend",
            Self::Append => "append",
            Self::Before => "before",
            Self::After => "after",
            Self::Remove => "remove",
        }
    }

    /// Whether elements are compared with those of the page, in which some browsers run a new script twice.
    pub(super) const fn is_morph(self) -> bool {
        matches!(self, Self::Outer | Self::Inner)
    }

    /// Whether elements without a selector are matched by their ids.
    pub(super) const fn matches_ids(self) -> bool {
        matches!(self, Self::Outer | Self::Replace)
    }
}

impl fmt::Display for Mode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

/// The namespace that elements are parsed in.
///
/// ```
/// use starmark::sse::Namespace;
/// assert_eq!(Namespace::default(), Namespace::Html);
/// ```
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash)]
pub enum Namespace {
    /// HTML; the default, also for a whole `svg` or `math` element.
    #[default]
    Html,
    /// Children of an `svg` element.
    Svg,
    /// Children of a `math` element.
    Mathml,
}

impl Namespace {
    /// The name on the wire.
    ///
    /// ```
    /// use starmark::sse::Namespace;
    /// assert_eq!(Namespace::Svg.as_str(), "svg");
    /// ```
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Html => "html",
            Self::Svg => "svg",
            Self::Mathml => "mathml",
        }
    }
}
