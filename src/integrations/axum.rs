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

/// What a layer answers by itself.
impl From<crate::reply::Body> for Body {
    fn from(body: crate::reply::Body) -> Self {
        Self::new(body)
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

// States as arguments.

#[cfg(feature = "state")]
mod states {
    use axum_core::extract::{FromRequestParts, OptionalFromRequestParts};
    use http::request::Parts;

    use super::{Body, IntoHttp, IntoResponse, Response};
    use crate::state::{Current, Session, State, StateError, States};

    impl IntoResponse for StateError {
        fn into_response(self) -> Response {
            self.into_http().map(Body::new)
        }
    }

    fn extension<T: Clone + Send + Sync + 'static>(parts: &Parts) -> Result<T, StateError> {
        parts.extensions.get().cloned().ok_or(StateError::NoStates)
    }

    impl<S: Sync> FromRequestParts<S> for States {
        type Rejection = StateError;

        async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, StateError> {
            extension(parts)
        }
    }

    impl<S: Sync> FromRequestParts<S> for Session {
        type Rejection = StateError;

        async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, StateError> {
            extension(parts)
        }
    }

    impl<T: State, S: Sync> FromRequestParts<S> for Current<T> {
        type Rejection = StateError;

        async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, StateError> {
            let (states, session): (States, Session) = (extension(parts)?, extension(parts)?);
            states.current(&session).await
        }
    }

    /// Nothing, if the state belongs to a user and nobody has signed in.
    impl<T: State, S: Sync> OptionalFromRequestParts<S> for Current<T> {
        type Rejection = StateError;

        async fn from_request_parts(
            parts: &mut Parts,
            state: &S,
        ) -> Result<Option<Self>, StateError> {
            match <Self as FromRequestParts<S>>::from_request_parts(parts, state).await {
                Ok(current) => Ok(Some(current)),
                Err(StateError::NotSignedIn) => Ok(None),
                Err(error) => Err(error),
            }
        }
    }
}
