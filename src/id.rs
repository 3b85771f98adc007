//! Ids of elements, shared by the markup that has them and the patches that are for them.
//!
//! The client finds an element by its id, so markup and patch have to agree on one name. A constant is that name for
//! both, and what no id can be does not compile. <https://html.spec.whatwg.org/multipage/dom.html#the-id-attribute>

use std::borrow::Cow;
use std::fmt::{self, Write as _};

use crate::buffer::Buffer;
use crate::sse::Selector;
use crate::value::{Text, Token, Tokens, Value};

/// The id of an element: a value of `id` and `for`, and the target of a patch.
///
/// [`id!`](crate::id!) makes one of a literal, an [`IdPrefix`] one of data.
///
/// ```
/// use starmark::prelude::*;
/// use starmark::sse::{Event, Mode, PatchElements};
///
/// const LIST: Id = id!("list");
///
/// assert_eq!(html! { ol id=(LIST) {} }.into_string(), "<ol id=\"list\"></ol>");
/// assert_eq!(html::ol().id(LIST).to_string(), "<ol id=\"list\"></ol>");
/// let patch = PatchElements::new(html! { li { "new" } }).selector(LIST).mode(Mode::Append);
/// assert!(Event::from(patch).as_str().contains("data: selector #list\n"));
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Id(Cow<'static, str>);

impl Id {
    /// An id in a constant, where a mistake stops the compilation; [`id!`](crate::id!) is one.
    ///
    /// # Panics
    ///
    /// If the id is empty, or holds white space or a control character.
    ///
    /// ```compile_fail
    /// const BOARD: starmark::Id = starmark::Id::new("the board");
    /// ```
    #[track_caller]
    pub const fn new(id: &'static str) -> Self {
        check(id);
        Self(Cow::Borrowed(id))
    }

    /// The id as a string slice.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// How the ids of many elements begin, which end with data: `card-7`.
///
/// The beginning is a literal, so that no data makes an id of its own choice: `body`, or that of another element.
///
/// ```
/// use starmark::sse::Selector;
/// use starmark::{Id, IdPrefix, html};
///
/// const CARD: IdPrefix = IdPrefix::new("card-");
///
/// fn card(id: u64) -> starmark::Markup {
///     html! { article id=(CARD.with(id)) {} }
/// }
///
/// assert_eq!(card(7).into_string(), "<article id=\"card-7\"></article>");
/// assert_eq!(Selector::from(CARD.with(7)).as_str(), "#card-7");
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct IdPrefix(&'static str);

impl IdPrefix {
    /// A prefix in a constant, where a mistake stops the compilation.
    ///
    /// # Panics
    ///
    /// If the prefix is empty, or holds white space or a control character.
    #[track_caller]
    pub const fn new(prefix: &'static str) -> Self {
        check(prefix);
        Self(prefix)
    }

    /// The id that ends with `part`: a number, a text, whatever prints itself.
    ///
    /// Different parts make different ids. What no id can hold is encoded as in an address.
    ///
    /// ```
    /// const TAG: starmark::IdPrefix = starmark::IdPrefix::new("tag-");
    /// assert_eq!(TAG.with("to do").as_str(), "tag-to%20do");
    /// ```
    pub fn with(self, part: impl fmt::Display) -> Id {
        let mut id = Encoded(String::from(self.0));
        // A `Display` that fails ends its text early; the prefix alone is an id, too.
        let _ = write!(id, "{part}");
        Id(Cow::Owned(id.0))
    }
}

/// Refuses what no id can be.
#[track_caller]
const fn check(id: &str) {
    let bytes = id.as_bytes();
    assert!(
        !bytes.is_empty(),
        "an id is not empty: write one such as `board`"
    );
    let mut at = 0;
    while at < bytes.len() {
        assert!(
            !is_foreign(bytes[at]),
            "an id holds no white space and no control character: write a hyphen instead"
        );
        at += 1;
    }
}

/// Whether no id holds the byte: white space by the standard, control characters because HTML changes some.
const fn is_foreign(byte: u8) -> bool {
    byte == b' ' || byte.is_ascii_control()
}

/// The text of an id, in which what is foreign is encoded, and so is the percent sign, to stay itself.
struct Encoded(String);

impl fmt::Write for Encoded {
    fn write_str(&mut self, part: &str) -> fmt::Result {
        for char in part.chars() {
            match u8::try_from(char) {
                Ok(byte) if byte == b'%' || is_foreign(byte) => write!(self.0, "%{byte:02X}")?,
                _ => self.0.push(char),
            }
        }
        Ok(())
    }
}

impl AsRef<str> for Id {
    fn as_ref(&self) -> &str {
        &self.0
    }
}

impl From<&Id> for Selector {
    fn from(id: &Id) -> Self {
        Self::of_id(id.as_str())
    }
}

impl From<Id> for Selector {
    fn from(id: Id) -> Self {
        Self::from(&id)
    }
}

/// One of several ids, as in `aria-labelledby`.
impl Token for Id {
    fn token(&self) -> Option<&str> {
        Some(self.as_str())
    }
}

macro_rules! values {
    ($($kind:ident)*) => {$(
        #[diagnostic::do_not_recommend]
        impl Value<$kind> for Id {
            fn write_value(&self, out: &mut Buffer) {
                out.text(self.as_str());
            }
        }
    )*};
}

values! { Text Tokens }

/// The id of an element, checked while the program is compiled: `id!("board")`.
///
/// ```
/// const BOARD: starmark::Id = starmark::id!("board");
/// assert_eq!(BOARD.as_str(), "board");
/// ```
///
/// What no element can have for an id does not compile:
///
/// ```compile_fail
/// starmark::id!("");
/// ```
#[macro_export]
macro_rules! id {
    ($id:literal) => {
        const { $crate::Id::new($id) }
    };
    ($($data:tt)*) => {
        ::core::compile_error!(
            "an id is a literal: `id!(\"board\")`; one with data has a prefix: `IdPrefix::new(\"card-\").with(data)`"
        )
    };
}

#[cfg(test)]
mod tests {
    use super::*;

    const CARD: IdPrefix = IdPrefix::new("card-");

    #[test]
    fn parts_stay_apart() {
        let parts = [
            "", "a", " ", "%20", "a b", "a%20b", "a\tb", "\0", "\u{7f}", "é", "日 本", "%",
        ];
        let ids: std::collections::BTreeSet<_> = parts
            .map(|part| CARD.with(part).as_str().to_owned())
            .into_iter()
            .collect();
        assert_eq!(ids.len(), parts.len());
        for id in ids {
            assert!(id.starts_with("card-"), "{id}");
            assert!(!id.bytes().any(is_foreign), "{id}");
        }
        assert_eq!(CARD.with(format_args!("{}-{}", 1, 2)).as_str(), "card-1-2");
    }

    #[test]
    fn foreign_ids_are_refused() {
        for id in ["", " ", "a b", "a\n", "a\0", "\u{7f}", "a\x0Cb"] {
            assert!(std::panic::catch_unwind(|| Id::new(id)).is_err(), "{id:?}");
            assert!(
                std::panic::catch_unwind(|| IdPrefix::new(id)).is_err(),
                "{id:?}"
            );
        }
    }
}
