//! Signals as Rust types: written into pages and patches, read from requests, for any framework.
//!
//! `#[derive(Signals)]` makes a struct the one declaration of a page's signals; [`ToSignals`] and [`FromSignals`] are
//! the two directions of the wire.
//!
//! The client writes what JavaScript has: integers as `1e3`, a null where a signal was deleted. And anyone can
//! write a request. So the JSON is read as a whole before serde sees it: its depth is bounded also in fields
//! that nobody asked for, numbers without a fraction become integers, null members are dropped, and of two
//! equal keys the last one wins. <https://data-star.dev/reference/actions>

mod changes;
mod error;
mod file;
mod location;
mod mismatch;
mod plain;
mod query;
#[cfg(feature = "http")]
mod read;
#[doc(hidden)]
pub mod record;
mod set;
mod value;

pub(crate) use changes::value_json;
pub use changes::{Changes, ValueOf};
pub use error::ReadSignalsError;
pub use file::{File, FileError};
#[doc(hidden)]
pub use location::{At, Location, Root, Space};
pub use mismatch::Mismatch;
pub use plain::Plain;
#[cfg(any(feature = "poem", feature = "salvo"))]
pub(crate) use read::collect;
#[cfg(feature = "http")]
pub use read::read;
#[cfg(feature = "state")]
pub(crate) use read::read_members;
use record::Members;
pub use record::Record;
pub use set::{FromSignals, ToSignals};
pub use value::SignalValue;

use serde_json::{Number, Value};

use crate::json::MAX_DEPTH;

// The query of a route is encoded like that of signals.
#[cfg(any(feature = "axum", feature = "state"))]
pub(crate) use query::decode;

/// The largest body that is read unless a [`Limit`] says otherwise: 256 KiB.
pub const DEFAULT_LIMIT: usize = 256 * 1024;

/// The signals of a request, as an extractor.
///
/// Frameworks whose feature is on hand it to a handler; elsewhere [`Source`], [`from_query`] and [`from_body`]
/// read the same way.
///
/// A refusal answers with the status and the text of a [`ReadSignalsError`]; to answer otherwise, take a
/// `Result<Signals<T>, ReadSignalsError>`.
///
/// ```
/// use starmark::Signals;
///
/// #[derive(Signals)]
/// struct Counter { count: i64 }
///
/// async fn next(Signals(counter): Signals<Counter>) -> String {
///     (counter.count + 1).to_string()
/// }
/// # #[cfg(feature = "axum")]
/// let app: axum::Router = axum::Router::new().route("/next", axum::routing::post(next));
/// ```
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Signals<T: FromSignals>(pub T);

/// The largest body that the extractor reads, in bytes.
///
/// It goes where a framework keeps what belongs to a request: axum has the layer `Extension`, actix-web `app_data`, poem
/// `data`; in salvo it is a hoop, in warp an argument of the filter, in Rocket the limit `signals` of the configuration.
/// Elsewhere it is an extension of the request. Files that are bound to signals need more than the default.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Limit(pub usize);

impl Default for Limit {
    fn default() -> Self {
        Self(DEFAULT_LIMIT)
    }
}

/// Where a request carries its signals.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Source {
    /// In the query parameter `datastar`.
    Query,
    /// In the body.
    Body,
}

impl Source {
    /// Tells where a request carries its signals, if its headers are those of the client.
    ///
    /// `header` gives the value of a header by its name in lower case.
    ///
    /// # Errors
    ///
    /// If the request changes something and comes from another site, or if it carries a body that is not JSON
    /// from the client. A form or a page elsewhere cannot send these headers.
    ///
    /// ```
    /// use starmark::signals::Source;
    ///
    /// assert_eq!(Source::of("GET", |_| None)?, Source::Query);
    /// let header = |name: &str| match name {
    ///     "datastar-request" => Some("true"),
    ///     "content-type" => Some("application/json"),
    ///     _ => None,
    /// };
    /// assert_eq!(Source::of("POST", header)?, Source::Body);
    /// assert_eq!(Source::of("POST", |_| None).unwrap_err().status(), 403);
    /// # Ok::<(), starmark::signals::ReadSignalsError>(())
    /// ```
    pub fn of<'a>(
        method: &str,
        header: impl Fn(&str) -> Option<&'a str>,
    ) -> Result<Self, ReadSignalsError> {
        if matches!(method, "GET" | "HEAD") {
            return Ok(Self::Query);
        }
        if header("sec-fetch-site").is_some_and(|site| site == "cross-site") {
            return Err(ReadSignalsError::cross_site());
        }
        if method == "DELETE" {
            return Ok(Self::Query);
        }
        if header("datastar-request").is_none() {
            return Err(ReadSignalsError::not_datastar());
        }
        if header("content-type").is_some_and(is_json) {
            Ok(Self::Body)
        } else {
            Err(ReadSignalsError::media_type())
        }
    }
}

/// Whether a content type is JSON in UTF-8.
fn is_json(content_type: &str) -> bool {
    let mut parts = content_type.split(';').map(str::trim);
    let essence = parts
        .next()
        .is_some_and(|essence| essence.eq_ignore_ascii_case("application/json"));
    essence
        && parts
            .filter_map(|parameter| parameter.split_once('='))
            .all(|(name, value)| {
                !name.eq_ignore_ascii_case("charset")
                    || value.trim_matches('"').eq_ignore_ascii_case("utf-8")
            })
}

/// Reads signals from the query string of a request; without signals in it, from `{}`.
///
/// # Errors
///
/// If the parameter is not the percent-encoded JSON of an object, occurs twice, or is not what `T` takes.
///
/// ```
/// #[derive(starmark::Signals, Default)]
/// #[serde(default)]
/// struct Filter { query: String, page: u32 }
///
/// let filter: Filter = starmark::signals::from_query(Some("a=b&datastar=%7B%22page%22:2.0%7D"))?;
/// assert_eq!((filter.query.as_str(), filter.page), ("", 2));
/// # Ok::<(), starmark::signals::ReadSignalsError>(())
/// ```
pub fn from_query<T: FromSignals>(query: Option<&str>) -> Result<T, ReadSignalsError> {
    from_members(query_members(query)?)
}

fn query_members(query: Option<&str>) -> Result<Members, ReadSignalsError> {
    match query::parameter(query.unwrap_or_default())? {
        Some(json) if !json.is_empty() => members(json.as_bytes()),
        _ => Ok(Members::new()),
    }
}

/// Reads signals from the body of a request.
///
/// # Errors
///
/// If the body is not the JSON of an object, or is not what `T` takes.
///
/// ```
/// use starmark::Signals;
/// use starmark::signals::from_body;
///
/// #[derive(Signals)]
/// struct Counter { count: i64 }
///
/// assert_eq!(from_body::<Counter>(br#"{"count":1e3}"#)?.count, 1000);
/// assert_eq!(from_body::<Counter>(br#"{"count":"1"}"#).err().map(|error| error.status()), Some(422));
/// # Ok::<(), starmark::signals::ReadSignalsError>(())
/// ```
pub fn from_body<T: FromSignals>(body: &[u8]) -> Result<T, ReadSignalsError> {
    from_members(members(body)?)
}

fn from_members<T: FromSignals>(members: Members) -> Result<T, ReadSignalsError> {
    T::from_signals(members).map_err(ReadSignalsError::shape)
}

/// The object that a page sends, whatever is in it.
fn members(body: &[u8]) -> Result<Members, ReadSignalsError> {
    // serde_json bounds its own recursion, so parsing is safe at any depth.
    let mut signals: Value = serde_json::from_slice(body).map_err(ReadSignalsError::json)?;
    normalise(&mut signals, MAX_DEPTH)?;
    match signals {
        Value::Object(members) => Ok(members),
        _ => Err(ReadSignalsError::not_an_object()),
    }
}

/// Turns what JavaScript writes into what Rust types expect, at most `depth` levels down.
fn normalise(value: &mut Value, depth: usize) -> Result<(), ReadSignalsError> {
    match value {
        Value::Number(number) => normalise_number(number),
        Value::Array(items) => {
            let depth = depth.checked_sub(1).ok_or_else(ReadSignalsError::depth)?;
            items.iter_mut().try_for_each(|item| normalise(item, depth))
        }
        Value::Object(members) => {
            let depth = depth.checked_sub(1).ok_or_else(ReadSignalsError::depth)?;
            members.retain(|_, member| !member.is_null());
            members
                .values_mut()
                .try_for_each(|member| normalise(member, depth))
        }
        _ => Ok(()),
    }
}

/// Writes a number without a fraction as an integer, as far as JavaScript's integers go.
fn normalise_number(number: &mut Number) -> Result<(), ReadSignalsError> {
    const MAX_INTEGER: f64 = 9_007_199_254_740_991.0;
    if number.is_i64() || number.is_u64() {
        return Ok(());
    }
    let float = number
        .as_f64()
        .filter(|float| float.is_finite())
        .ok_or_else(ReadSignalsError::number)?;
    if float.fract() == 0.0 && float.abs() <= MAX_INTEGER {
        #[expect(
            clippy::cast_possible_truncation,
            reason = "the range was just checked"
        )]
        let integer = float as i64;
        *number = integer.into();
    }
    Ok(())
}
