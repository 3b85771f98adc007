//! Signals of a request of the crate `http`, for every framework that has those.

use bytes::Bytes;
use http::Request;
use http_body::Body;
use http_body_util::{BodyExt as _, LengthLimitError, Limited};

use super::record::Members;
use super::{FromSignals, Limit, ReadSignalsError, Source, from_members, members, query_members};

/// Reads the signals of a request: from the query of a GET or DELETE, otherwise from the body, up to the [`Limit`] in
/// the request's extensions.
///
/// # Errors
///
/// As [`Source::of`], [`from_query`](super::from_query) and [`from_body`](super::from_body); and if the body is too large, or ends early.
///
/// ```
/// use http_body_util::Full;
/// use starmark::Signals;
///
/// #[derive(Signals)]
/// struct Counter { count: i64 }
///
/// # tokio::runtime::Builder::new_current_thread().build()?.block_on(async {
/// let request = http::Request::get("/?datastar=%7B%22count%22:7%7D").body(Full::<&[u8]>::default())?;
/// let counter: Counter = starmark::signals::read(request).await?;
/// assert_eq!(counter.count, 7);
/// # Ok::<_, Box<dyn std::error::Error>>(()) })?;
/// # Ok::<_, Box<dyn std::error::Error>>(())
/// ```
pub async fn read<T, B>(request: Request<B>) -> Result<T, ReadSignalsError>
where
    T: FromSignals,
    B: Body<Error: Into<Box<dyn std::error::Error + Send + Sync>>>,
{
    from_members(read_members(request).await?)
}

/// Reads the object that a request carries.
pub(crate) async fn read_members<B>(request: Request<B>) -> Result<Members, ReadSignalsError>
where
    B: Body<Error: Into<Box<dyn std::error::Error + Send + Sync>>>,
{
    let (parts, body) = request.into_parts();
    let header = |name: &str| {
        let value = parts.headers.get(name)?;
        value.to_str().ok()
    };
    match Source::of(parts.method.as_str(), header)? {
        Source::Query => query_members(parts.uri.query()),
        Source::Body => {
            let limit = parts.extensions.get::<Limit>().copied();
            members(&collect(body, limit.unwrap_or_default()).await?)
        }
    }
}

/// Reads a body up to a limit.
pub(crate) async fn collect<B>(body: B, limit: Limit) -> Result<Bytes, ReadSignalsError>
where
    B: Body<Error: Into<Box<dyn std::error::Error + Send + Sync>>>,
{
    match Limited::new(body, limit.0).collect().await {
        Ok(body) => Ok(body.to_bytes()),
        Err(error) if error.is::<LengthLimitError>() => Err(ReadSignalsError::too_large()),
        Err(error) => Err(ReadSignalsError::interrupted(error)),
    }
}
