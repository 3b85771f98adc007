//! What a browser takes: the weights of `Accept-Encoding`.
//!
//! A member that is malformed is passed over alone, so that the others still count.
//! <https://www.rfc-editor.org/rfc/rfc9110#section-12.5.3>

use http::HeaderMap;
use http::header::ACCEPT_ENCODING;

use super::Coding;

/// The weights that a request gives, in thousandths; `None` where it says nothing.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Accepted {
    zstd: Option<u16>,
    brotli: Option<u16>,
    gzip: Option<u16>,
    identity: Option<u16>,
    others: Option<u16>,
}

impl Accepted {
    /// Reads all lines of the header. Of a coding that is named twice, the first counts.
    pub(super) fn of(request: &HeaderMap) -> Self {
        let mut accepted = Self::default();
        let lines = request.get_all(ACCEPT_ENCODING).iter();
        let members = lines.flat_map(|line| line.as_bytes().split(|byte| *byte == b','));
        for (name, weight) in members.filter_map(member) {
            if let Some(place) = accepted.place(name) {
                place.get_or_insert(weight);
            }
        }
        accepted
    }

    fn place(&mut self, name: &str) -> Option<&mut Option<u16>> {
        let is = |coding: &str| name.eq_ignore_ascii_case(coding);
        match () {
            () if is("zstd") => Some(&mut self.zstd),
            () if is("br") => Some(&mut self.brotli),
            () if is("gzip") || is("x-gzip") => Some(&mut self.gzip),
            () if is("identity") => Some(&mut self.identity),
            () if is("*") => Some(&mut self.others),
            () => None,
        }
    }

    fn weight(self, coding: Coding) -> u16 {
        let named = match coding {
            Coding::Zstd => self.zstd,
            Coding::Brotli => self.brotli,
            Coding::Gzip => self.gzip,
        };
        named.or(self.others).unwrap_or(0)
    }

    /// The coding of the highest weight, the first of `offered` among equals; `None` means as it is.
    pub(super) fn best(self, offered: impl Iterator<Item = Coding>) -> Option<Coding> {
        // As it is only if the browser likes that better: among equals, a coding wins.
        let identity = self.identity.or(self.others).unwrap_or(0);
        let mut highest = identity.saturating_sub(1);
        let mut best = None;
        for coding in offered {
            if self.weight(coding) > highest {
                highest = self.weight(coding);
                best = Some(coding);
            }
        }
        best
    }
}

/// A coding and its weight: `gzip`, `gzip;q=0.5`.
fn member(member: &[u8]) -> Option<(&str, u16)> {
    let member = str::from_utf8(member).ok()?;
    let Some((name, parameter)) = member.split_once(';') else {
        return Some((member.trim_ascii(), 1000));
    };
    let (key, value) = parameter.trim_ascii().split_once('=')?;
    if !key.eq_ignore_ascii_case("q") {
        return None;
    }
    Some((name.trim_ascii(), thousandths(value)?))
}

/// A weight with at most three digits behind the point.
/// <https://www.rfc-editor.org/rfc/rfc9110#section-12.4.2>
fn thousandths(weight: &str) -> Option<u16> {
    let (whole, digits) = weight.split_once('.').unwrap_or((weight, ""));
    let is_short = digits.len() <= 3 && digits.bytes().all(|digit| digit.is_ascii_digit());
    match whole {
        "0" if is_short => format!("{digits:0<3}").parse().ok(),
        "1" if is_short && digits.bytes().all(|digit| digit == b'0') => Some(1000),
        _ => None,
    }
}
