//! warp 0.4: replies, event streams, and filters for signals and the client. <https://docs.rs/warp>
//!
//! ```
//! use starmark::signals::ReadSignalsError;
//! use starmark::sse::PatchElements;
//! use starmark::{Signals, html};
//! use warp::Filter as _;
//!
//! #[derive(Signals)]
//! struct Greeting { name: String }
//!
//! async fn greet(greeting: Result<Signals<Greeting>, ReadSignalsError>) -> Result<PatchElements, ReadSignalsError> {
//!     let Signals(greeting) = greeting?;
//!     Ok(PatchElements::new(html! { p #greeting { "Hello, " (greeting.name) } }))
//! }
//!
//! let site = warp::path!("greet").and(starmark::warp::signals()).then(greet);
//! # fn replies(_: &(impl warp::Filter<Extract = (impl warp::Reply,)> + Clone)) {}
//! # replies(&site);
//! ```

use std::future::poll_fn;
use std::pin::pin;

use ::warp::reply::{Response, stream};
use ::warp::{Buf, Filter, Rejection, Stream};
use bytes::{BufMut as _, BytesMut};
use http::{HeaderMap, Method};

use crate::client::Client;
use crate::reply::{Body, IntoHttp};
use crate::signals::{
    FromSignals, Limit, ReadSignalsError, Signals, Source, from_body, from_query,
};

fn response(reply: http::Response<Body>) -> Response {
    let (parts, body) = reply.into_parts();
    let body = match body.as_bytes() {
        Some(bytes) => bytes.clone().into(),
        None => ::warp::Reply::into_response(stream(body)).into_body(),
    };
    Response::from_parts(parts, body)
}

// Everything that is a reply.

macro_rules! responses {
    ($([$($generics:tt)*] $reply:ty;)*) => {$(
        impl<$($generics)*> ::warp::Reply for $reply
        where
            Self: IntoHttp + Send,
        {
            fn into_response(self) -> Response {
                response(self.into_http())
            }
        }
    )*};
}

replies! { responses }

/// Answers with the embedded client at its path.
///
/// ```
/// use starmark::client::Client;
///
/// # macro_rules! client { ($path:literal) => {
/// #     Client::new(b"// Datastar v1.0.4\n")
/// # } }
/// static CLIENT: Client = client!("../assets/datastar.js");
///
/// let site = starmark::warp::client(&CLIENT);
/// ```
pub fn client(
    client: &'static Client,
) -> impl Filter<Extract = (impl ::warp::Reply,), Error = Rejection> + Clone {
    let path = client.path().trim_start_matches('/');
    let methods = ::warp::get().or(::warp::head()).unify();
    ::warp::path(path)
        .and(::warp::path::end())
        .and(methods)
        .and(::warp::header::headers_cloned())
        .map(|headers: HeaderMap| response(client.response(&headers)))
}

// Signals as an argument.

/// Reads the signals of a request, up to the default [`Limit`].
///
/// It takes the body, so it stands behind the path. Why there are no signals is part of the result, and a reply: as a
/// rejection it would have warp try other filters, and answer with 500 where no filter recovers from it.
pub fn signals<T: FromSignals + Send>()
-> impl Filter<Extract = (Result<Signals<T>, ReadSignalsError>,), Error = Rejection> + Clone {
    signals_within(Limit::default())
}

/// Reads the signals of a request, up to a limit of its own.
///
/// ```
/// # use starmark::{Signals, signals::Limit};
/// # #[derive(Signals)]
/// # struct Upload { name: String }
/// let upload = starmark::warp::signals_within::<Upload>(Limit(8 << 20));
/// ```
pub fn signals_within<T: FromSignals + Send>(
    limit: Limit,
) -> impl Filter<Extract = (Result<Signals<T>, ReadSignalsError>,), Error = Rejection> + Clone {
    let no_query = ::warp::any().map(String::new);
    ::warp::method()
        .and(::warp::header::headers_cloned())
        .and(::warp::query::raw().or(no_query).unify())
        .and(::warp::body::stream())
        .then(move |method, headers, query, body| read(method, headers, query, body, limit))
}

async fn read<T: FromSignals>(
    method: Method,
    headers: HeaderMap,
    query: String,
    body: impl Stream<Item = Result<impl Buf, ::warp::Error>>,
    limit: Limit,
) -> Result<Signals<T>, ReadSignalsError> {
    let header = |name: &str| headers.get(name)?.to_str().ok();
    match Source::of(method.as_str(), header)? {
        Source::Query => from_query(Some(&query)).map(Signals),
        Source::Body => from_body(&collect(body, limit).await?).map(Signals),
    }
}

async fn collect(
    body: impl Stream<Item = Result<impl Buf, ::warp::Error>>,
    limit: Limit,
) -> Result<BytesMut, ReadSignalsError> {
    let (mut body, mut bytes) = (pin!(body), BytesMut::new());
    while let Some(chunk) = poll_fn(|context| body.as_mut().poll_next(context)).await {
        let chunk = chunk.map_err(ReadSignalsError::interrupted)?;
        if chunk.remaining() > limit.0 - bytes.len() {
            return Err(ReadSignalsError::too_large());
        }
        bytes.put(chunk);
    }
    Ok(bytes)
}
