//! What a notice is about.

use std::borrow::Cow;
use std::fmt::{self, Display, Write as _};

use crate::message::Message;

/// What a notice is about: a path of segments, from the large to the small, such as `rooms/7`.
///
/// A constant is checked where it is compiled; what is known at run time only is added as a segment, which it cannot
/// leave. For topics as a type of your own, implement `From<Yours> for Topic`.
///
/// ```
/// use starmark::live::Topic;
///
/// const ROOMS: Topic = Topic::new("rooms");
///
/// assert_eq!(ROOMS.with(7).as_str(), "rooms/7");
/// assert_eq!(ROOMS.with("a/b").as_str(), "rooms/a%2Fb");
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Topic(Cow<'static, str>);

impl Topic {
    /// A topic by its name: segments of visible ASCII, separated by slashes, without `%` and `*`.
    ///
    /// # Panics
    ///
    /// If a segment is empty or has another character; of a constant, this is an error of the compiler.
    ///
    /// ```compile_fail
    /// const ROOMS: starmark::live::Topic = starmark::live::Topic::new("/rooms");
    /// ```
    pub const fn new(name: &'static str) -> Self {
        let bytes = name.as_bytes();
        let (mut i, mut segment) = (0, 0);
        while i < bytes.len() {
            if bytes[i] == b'/' {
                check(name, segment < i);
                segment = i + 1;
            } else {
                check(name, is_plain(bytes[i]));
            }
            i += 1;
        }
        check(name, segment < bytes.len());
        Self(Cow::Borrowed(name))
    }

    /// The topic of one of these: a segment more, in which other characters are percent-encoded.
    pub fn with(&self, segment: impl Display) -> Self {
        let mut topic = String::from(&*self.0);
        topic.push('/');
        // A writer that never fails.
        let _ = write!(Encoded(&mut topic), "{segment}");
        if topic.ends_with('/') {
            // An empty segment is one, too, and not the same as none.
            topic.push('%');
        }
        Self(topic.into())
    }

    /// This topic and all below it.
    pub const fn and_below(self) -> Pattern {
        Pattern::Below(self)
    }

    /// The topic as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The topic by its text, as another process has written it.
    #[cfg(feature = "broker")]
    pub(super) fn read(text: String) -> Self {
        Self(text.into())
    }

    /// The topic and those that it is below of, from the large to the small.
    pub(super) fn and_above(&self) -> impl Iterator<Item = &str> {
        let ends = self.0.match_indices('/').map(|(end, _)| end);
        ends.chain([self.0.len()]).map(|end| &self.0[..end])
    }
}

impl fmt::Display for Topic {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

#[track_caller]
const fn check(name: &str, is_right: bool) {
    if !is_right {
        let message = Message::new("`").push(name).push(
            "` is no topic: write segments of visible ASCII with slashes between, without `%` and `*`, such as `rooms`",
        );
        panic!("{}", message.as_str());
    }
}

const fn is_plain(byte: u8) -> bool {
    byte.is_ascii_graphic() && !matches!(byte, b'/' | b'%' | b'*')
}

/// Percent-encodes what is written.
struct Encoded<'a>(&'a mut String);

impl fmt::Write for Encoded<'_> {
    fn write_str(&mut self, text: &str) -> fmt::Result {
        for byte in text.bytes() {
            if is_plain(byte) {
                self.0.push(char::from(byte));
            } else {
                write!(self.0, "%{byte:02X}")?;
            }
        }
        Ok(())
    }
}

/// Which topics a subscription is for.
///
/// ```
/// use starmark::live::{Pattern, Topic};
///
/// const ROOMS: Topic = Topic::new("rooms");
///
/// assert!(Pattern::from(ROOMS).matches(&ROOMS));
/// assert!(!Pattern::from(ROOMS).matches(&ROOMS.with(7)));
/// assert!(ROOMS.and_below().matches(&ROOMS.with(7)));
/// assert!(Pattern::All.matches(&ROOMS));
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Pattern {
    /// One topic.
    Exact(Topic),
    /// One topic and all below it, as [`Topic::and_below`] returns.
    Below(Topic),
    /// All topics.
    All,
}

impl Pattern {
    /// Whether a topic is among them.
    pub fn matches(&self, topic: &Topic) -> bool {
        match self {
            Self::Exact(exact) => exact == topic,
            Self::Below(above) => topic.and_above().any(|text| text == above.as_str()),
            Self::All => true,
        }
    }
}

impl From<Topic> for Pattern {
    fn from(topic: Topic) -> Self {
        Self::Exact(topic)
    }
}

/// One pattern or several: a [`Topic`], a [`Pattern`], an array or a `Vec` of either.
#[derive(Debug, Clone)]
pub struct Patterns(Vec<Pattern>);

impl IntoIterator for Patterns {
    type Item = Pattern;
    type IntoIter = std::vec::IntoIter<Pattern>;

    fn into_iter(self) -> Self::IntoIter {
        self.0.into_iter()
    }
}

impl From<Topic> for Patterns {
    fn from(topic: Topic) -> Self {
        Self(vec![topic.into()])
    }
}

impl From<Pattern> for Patterns {
    fn from(pattern: Pattern) -> Self {
        Self(vec![pattern])
    }
}

impl<P: Into<Pattern>, const N: usize> From<[P; N]> for Patterns {
    fn from(patterns: [P; N]) -> Self {
        Self(patterns.into_iter().map(Into::into).collect())
    }
}

impl<P: Into<Pattern>> From<Vec<P>> for Patterns {
    fn from(patterns: Vec<P>) -> Self {
        Self(patterns.into_iter().map(Into::into).collect())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_no_topic() {
        for name in ["", "/", "/a", "a/", "a//b", "a b", "a%", "*", "é"] {
            assert!(
                std::panic::catch_unwind(|| Topic::new(name)).is_err(),
                "{name}"
            );
        }
    }

    #[test]
    fn segments_stay_segments() {
        let topic = Topic::new("a");
        let (empty, percent) = (topic.with(""), topic.with("%"));
        assert_eq!((empty.as_str(), percent.as_str()), ("a/%", "a/%25"));
        assert_eq!(topic.with("ü\n").as_str(), "a/%C3%BC%0A");
        assert!(!topic.with("b").and_below().matches(&topic.with("b/c")));
        assert!(!topic.clone().and_below().matches(&Topic::new("ab")));
    }
}
