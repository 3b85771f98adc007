//! The content codings, and what an encoder of each takes.

use http::HeaderValue;

/// A content coding that browsers decode while it arrives, the best first.
/// <https://www.rfc-editor.org/rfc/rfc9110#section-8.4.1>
///
/// ```
/// use starmark::compression::Coding;
///
/// assert_eq!(Coding::ALL.map(Coding::name), ["zstd", "br", "gzip"]);
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Coding {
    /// Zstandard at level 1. <https://www.rfc-editor.org/rfc/rfc8878>
    Zstd,
    /// Brotli at quality 4. <https://www.rfc-editor.org/rfc/rfc7932>
    Brotli,
    /// Gzip at level 4, whose window never holds more than 32 KiB. <https://www.rfc-editor.org/rfc/rfc1952>
    Gzip,
}

impl Coding {
    /// All codings, in the order in which they are preferred.
    pub const ALL: [Self; 3] = [Self::Zstd, Self::Brotli, Self::Gzip];

    /// The name in `content-encoding`.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Zstd => "zstd",
            Self::Brotli => "br",
            Self::Gzip => "gzip",
        }
    }

    /// The most that an open encoder takes, in bytes.
    ///
    /// What zstd reports of itself, and what the others asked for with the worst of the texts that were tried.
    pub(super) const fn memory(self, window: Window) -> usize {
        match self {
            Self::Zstd => (826 << 10) + window.size(),
            Self::Brotli => (1500 << 10) + 2 * window.size(),
            Self::Gzip => 352 << 10,
        }
    }
}

impl From<Coding> for HeaderValue {
    fn from(coding: Coding) -> Self {
        Self::from_static(coding.name())
    }
}

/// How far back zstd and brotli look: between 128 KiB and 1 MiB.
///
/// Browsers refuse a response of zstd whose window is above 2²³ bytes, and brotli ends at 2²². Nothing that can be
/// asked for comes near.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Window(u8);

impl Window {
    /// The least that holds two events of `size` bytes, within the limits.
    pub(super) fn of_event(size: usize) -> Self {
        let fits = |log: &u8| size <= 1 << (log - 1);
        Self((17..20).find(fits).unwrap_or(20))
    }

    /// The logarithm to base 2.
    pub(super) const fn log(self) -> u8 {
        self.0
    }

    const fn size(self) -> usize {
        1 << self.0
    }
}
