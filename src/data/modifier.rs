//! The arguments of modifiers: times, thresholds and names.
//!
//! Each type prints its tags for the builder, and says in [`Argument::TAGS`] what the macro accepts.
//! Only whole milliseconds and seconds survive the client's parser, so only they are printed.

use std::fmt::Write as _;
use std::time::Duration;

use super::check::Tags;

/// A duration of `milliseconds`, as modifiers take it.
///
/// ```
/// use starmark::data::{event, ms};
/// assert_eq!(event::input().debounce(ms(200)).as_str(), "data-on:input__debounce.200ms");
/// ```
pub const fn ms(milliseconds: u64) -> Duration {
    Duration::from_millis(milliseconds)
}

/// A duration of `seconds`, as modifiers take it.
///
/// ```
/// use starmark::data::{event, secs};
/// assert_eq!(event::input().debounce(secs(1)).as_str(), "data-on:input__debounce.1s");
/// ```
pub const fn secs(seconds: u64) -> Duration {
    Duration::from_secs(seconds)
}

/// The argument of a modifier.
pub trait Argument {
    /// What the template's tags must look like.
    #[doc(hidden)]
    const TAGS: Tags;

    /// Appends the tags, each with a dot before it.
    fn write_tags(&self, name: &mut String);
}

/// Can be the argument of a modifier that takes an `A`.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be the argument of this modifier, which takes `{A}`",
    label = "no `{A}`",
    note = "a time is `ms(200)` or `secs(1)`, a share `Percent::new(25)`, a name a literal"
)]
pub trait IntoArgument<A> {
    /// The argument.
    #[doc(hidden)]
    fn into_argument(self) -> A;
}

#[diagnostic::do_not_recommend]
impl<A: Argument, T: Into<A>> IntoArgument<A> for T {
    fn into_argument(self) -> A {
        self.into()
    }
}

/// A modifier without tags.
#[doc(hidden)]
#[derive(Debug, Clone, Copy)]
pub struct NoArgument;

impl Argument for NoArgument {
    const TAGS: Tags = Tags::None;

    fn write_tags(&self, _: &mut String) {}
}

fn write_duration(duration: Duration, name: &mut String) {
    // Writing to a string cannot fail.
    let _ = match duration.as_millis() {
        millis if millis > 0 && millis % 1000 == 0 => write!(name, ".{}s", millis / 1000),
        millis => write!(name, ".{millis}ms"),
    };
}

/// A time to wait.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Time(Duration);

impl Argument for Time {
    const TAGS: Tags = Tags::Duration(&[]);

    fn write_tags(&self, name: &mut String) {
        write_duration(self.0, name);
    }
}

/// A duration and the flags that go with it.
macro_rules! timing {
    ($($(#[$doc:meta])* $timing:ident { $($(#[$flag_doc:meta])* $method:ident => [$($tag:literal),+];)* } $known:expr;)*) => {$(
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        pub struct $timing { duration: Duration, flags: &'static [&'static str] }

        impl $timing {
            $($(#[$flag_doc])* pub const fn $method(duration: Duration) -> Self {
                Self { duration, flags: &[$($tag),+] }
            })*
        }

        impl From<Duration> for $timing {
            fn from(duration: Duration) -> Self {
                Self { duration, flags: &[] }
            }
        }

        impl Argument for $timing {
            const TAGS: Tags = Tags::Duration($known);

            fn write_tags(&self, name: &mut String) {
                write_duration(self.duration, name);
                for flag in self.flags {
                    name.push('.');
                    name.push_str(flag);
                }
            }
        }
    )*};
}

impl From<Duration> for Time {
    fn from(duration: Duration) -> Self {
        Self(duration)
    }
}

timing! {
    /// Waits for a pause in the events; a plain `Duration` runs after it.
    Debounce {
        /// Runs at the first event and after the pause.
        both => ["leading"];
        /// Runs at the first event only.
        leading => ["leading", "notrailing"];
    } &["leading", "notrailing"];
    /// Runs at most once in a time; a plain `Duration` runs at its beginning.
    Throttle {
        /// Runs at the beginning and at the end.
        both => ["trailing"];
        /// Runs at the end only.
        trailing => ["noleading", "trailing"];
    } &["noleading", "trailing"];
    /// A turn of an interval; a plain `Duration` waits for its end.
    Tick {
        /// Runs at once, too.
        leading => ["leading"];
    } &["leading"];
}

/// A share of the element, 0 to 100.
///
/// ```
/// use starmark::data::{self, Percent};
///
/// const QUARTER: Percent = Percent::new(25);
/// assert_eq!(data::on_intersect("f()").threshold(QUARTER).name(), "data-on-intersect__threshold.25");
/// assert!(Percent::try_from(101).is_err());
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Percent(u8);

impl Percent {
    /// A share in a constant, where a mistake stops the compilation.
    ///
    /// # Panics
    ///
    /// If it is more than 100. For numbers that come at run time there is `TryFrom`.
    #[track_caller]
    pub const fn new(percent: u8) -> Self {
        assert!(
            percent <= 100,
            "a threshold is a whole number from 0 to 100"
        );
        Self(percent)
    }
}

impl TryFrom<u8> for Percent {
    type Error = PercentError;

    fn try_from(percent: u8) -> Result<Self, PercentError> {
        if percent <= 100 {
            Ok(Self(percent))
        } else {
            Err(PercentError(percent))
        }
    }
}

/// More than the whole.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PercentError(u8);

impl std::fmt::Display for PercentError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(
            f,
            "a threshold is a whole number from 0 to 100, not {}",
            self.0
        )
    }
}

impl std::error::Error for PercentError {}

impl Argument for Percent {
    const TAGS: Tags = Tags::Percent;

    fn write_tags(&self, name: &mut String) {
        let _ = write!(name, ".{}", self.0);
    }
}

/// The property that `data-bind` binds, in kebab case.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PropName(&'static str);

impl From<&'static str> for PropName {
    fn from(name: &'static str) -> Self {
        Self(name)
    }
}

impl Argument for PropName {
    const TAGS: Tags = Tags::Name;

    fn write_tags(&self, name: &mut String) {
        name.push('.');
        name.push_str(self.0);
    }
}

/// The events that `data-bind` listens to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EventNames(Vec<&'static str>);

impl From<&'static str> for EventNames {
    fn from(name: &'static str) -> Self {
        Self(vec![name])
    }
}

impl<const N: usize> From<[&'static str; N]> for EventNames {
    fn from(names: [&'static str; N]) -> Self {
        Self(names.to_vec())
    }
}

impl Argument for EventNames {
    const TAGS: Tags = Tags::Names;

    fn write_tags(&self, name: &mut String) {
        for event in &self.0 {
            name.push('.');
            name.push_str(event);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn tags(argument: &impl Argument) -> String {
        let mut name = String::new();
        argument.write_tags(&mut name);
        name
    }

    #[test]
    fn durations_are_whole() {
        for (duration, expected) in [
            (ms(0), ".0ms"),
            (ms(1), ".1ms"),
            (ms(999), ".999ms"),
            (ms(1000), ".1s"),
            (ms(1500), ".1500ms"),
            (secs(90), ".90s"),
            (Duration::from_micros(1900), ".1ms"),
        ] {
            assert_eq!(tags(&Time::from(duration)), expected);
        }
    }

    #[test]
    fn flags_follow_the_duration() {
        assert_eq!(tags(&Debounce::from(ms(5))), ".5ms");
        assert_eq!(tags(&Debounce::both(ms(5))), ".5ms.leading");
        assert_eq!(tags(&Debounce::leading(ms(5))), ".5ms.leading.notrailing");
        assert_eq!(tags(&Throttle::both(ms(5))), ".5ms.trailing");
        assert_eq!(tags(&Throttle::trailing(ms(5))), ".5ms.noleading.trailing");
        assert_eq!(tags(&Tick::leading(secs(5))), ".5s.leading");
    }

    #[test]
    fn shares_end_at_the_whole() {
        assert_eq!(tags(&Percent::new(0)), ".0");
        assert_eq!(tags(&Percent::new(100)), ".100");
        let error = Percent::try_from(101).unwrap_err();
        assert_eq!(
            error.to_string(),
            "a threshold is a whole number from 0 to 100, not 101"
        );
    }

    #[test]
    fn names_are_tags() {
        assert_eq!(tags(&PropName::from("checked")), ".checked");
        assert_eq!(tags(&EventNames::from("change")), ".change");
        assert_eq!(
            tags(&EventNames::from(["change", "input"])),
            ".change.input"
        );
    }
}
