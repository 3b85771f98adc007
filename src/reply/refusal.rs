//! Replies that say no in one line; the details stay here.

use std::error::Error;

use http::{Response, StatusCode};

use super::{Body, IntoHttp, typed};
use crate::json::SignalsError;
#[cfg(any(feature = "axum", feature = "state"))]
use crate::route::Refusal;
use crate::signals::ReadSignalsError;

/// Signals that cannot be sent are a mistake of the program: 500, without details.
impl IntoHttp for &SignalsError {
    fn into_http(self) -> Response<Body> {
        refusal(500, "the signals cannot be sent".to_owned(), self)
    }
}

impl IntoHttp for SignalsError {
    fn into_http(self) -> Response<Body> {
        (&self).into_http()
    }
}

// Frameworks whose errors are a trait make the response of a reference.
impl IntoHttp for &ReadSignalsError {
    fn into_http(self) -> Response<Body> {
        refusal(self.status(), self.to_string(), self)
    }
}

impl IntoHttp for ReadSignalsError {
    fn into_http(self) -> Response<Body> {
        (&self).into_http()
    }
}

#[cfg(any(feature = "axum", feature = "state"))]
impl IntoHttp for Refusal {
    fn into_http(self) -> Response<Body> {
        refusal(self.status(), self.to_string(), &self)
    }
}

/// What is wrong with the program is for the log.
#[cfg(feature = "state")]
impl IntoHttp for crate::state::StateError {
    fn into_http(self) -> Response<Body> {
        if self.status() >= 500 {
            let reason: &dyn Error = self.source().unwrap_or(&self);
            crate::report::failed("a state cannot be read or changed", &reason);
        }
        refusal(self.status(), self.to_string(), &self)
    }
}

fn refusal(status: u16, text: String, error: &dyn Error) -> Response<Body> {
    crate::report::refused(status, &error.source().unwrap_or(error));
    let mut response = typed("text/plain; charset=utf-8", text.into());
    *response.status_mut() = StatusCode::from_u16(status).unwrap_or(StatusCode::BAD_REQUEST);
    response
}
