//! Why a patch is refused.

use std::error::Error;
use std::fmt;

use super::Mode;

/// Why a patch, or a part of one, is refused: what is wrong and what to write instead.
///
/// ```
/// use starmark::sse::EventId;
/// assert_eq!(
///     EventId::new("a\nb").unwrap_err().to_string(),
///     "an event id is one or more visible ASCII characters: encode what is not",
/// );
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum PatchError {
    /// An event id that is empty or holds something else than visible ASCII.
    EventId,
    /// An element id that no selector can name.
    Id,
    /// A mode that needs a selector, without one.
    NoSelector(Mode),
    /// Elements without a selector, of which this one has no id.
    NoId(String),
    /// A script that a morph would run twice: its start tag.
    RunsTwice(String),
    /// The detail of an event that has no JSON form, and why.
    #[cfg(feature = "json")]
    Detail(String),
    /// An option that only an event can carry, by its name on the wire.
    OnlyInEvents(&'static str),
    /// An event of the official SDK that the client would not read as it is meant, and why.
    #[cfg(feature = "datastar")]
    Official(std::borrow::Cow<'static, str>),
    /// A frame larger than its limit; sizes in bytes.
    TooLarge {
        /// The size of the frame.
        size: usize,
        /// The largest size that was allowed.
        limit: usize,
    },
}

impl fmt::Display for PatchError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::EventId => f.write_str(
                "an event id is one or more visible ASCII characters: encode what is not",
            ),
            Self::Id => {
                f.write_str("an id is not empty and holds no NUL: no selector could name it")
            }
            Self::NoSelector(mode) => {
                write!(f, "mode `{mode}` needs a target: add `.selector(..)`")
            }
            Self::NoId(element) => {
                write!(
                    f,
                    "`{element}` has no id, so the page drops it: give it one, or add `.selector(..)`"
                )
            }
            Self::RunsTwice(script) => {
                write!(
                    f,
                    "a morph runs `{script}` twice in some browsers: send it as `ExecuteScript`, or insert it, as by \
                     `.mode(Mode::Append)`"
                )
            }
            #[cfg(feature = "json")]
            Self::Detail(problem) => {
                write!(f, "the detail of the event has no JSON form: {problem}")
            }
            Self::OnlyInEvents(option) => {
                write!(
                    f,
                    "the client reads `{option}` from events alone: send the patch as one, or leave the option out"
                )
            }
            #[cfg(feature = "datastar")]
            Self::Official(problem) => {
                write!(f, "an event of the crate `datastar` is refused: {problem}")
            }
            Self::TooLarge { size, limit } => {
                write!(
                    f,
                    "a frame of {size} bytes is over the limit of {limit}: send less, or in parts"
                )
            }
        }
    }
}

impl Error for PatchError {}
