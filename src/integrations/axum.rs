//! axum 0.8: responses, event streams and the signals extractor. <https://docs.rs/axum>

use std::convert::Infallible;

use axum_core::body::Body;
use axum_core::extract::{FromRequest, Request};
use axum_core::response::{IntoResponse, IntoResponseParts, Response, ResponseParts};
use http::header;

use crate::client::Policy;
use crate::reply::IntoHttp;
use crate::route::Refusal;
use crate::signals::{FromSignals, ReadSignalsError, Signals, read};

impl IntoResponse for Refusal {
    fn into_response(self) -> Response {
        self.into_http().map(Body::new)
    }
}

// Everything that is a reply.

macro_rules! responses {
    ($([$($generics:tt)*] $reply:ty;)*) => {$(
        impl<$($generics)*> IntoResponse for $reply
        where
            Self: IntoHttp,
        {
            fn into_response(self) -> Response {
                self.into_http().map(Body::new)
            }
        }
    )*};
}

replies! { responses }

/// The header of a page: `(policy, page)`.
impl IntoResponseParts for Policy {
    type Error = Infallible;

    fn into_response_parts(self, mut parts: ResponseParts) -> Result<ResponseParts, Infallible> {
        parts
            .headers_mut()
            .insert(header::CONTENT_SECURITY_POLICY, self.into());
        Ok(parts)
    }
}

// Signals as an argument.

/// Reads the signals of a request; it takes the body, so it is the last argument of a handler.
impl<T: FromSignals, S: Sync> FromRequest<S> for Signals<T> {
    type Rejection = ReadSignalsError;

    async fn from_request(request: Request, _: &S) -> Result<Self, ReadSignalsError> {
        read(request).await.map(Self)
    }
}
