//! States as a layer: requests of pages are answered, all others get their session.

use std::pin::Pin;
use std::task::{Context, Poll, ready};

use http::{Request, Response, header};
use http_body::Body as HttpBody;
use percent_encoding::percent_decode_str;
use pin_project_lite::pin_project;
use tower_layer::Layer;
use tower_service::Service;

use super::{Session, StateError, States, call};
use crate::data::action::address::leaves_its_place;
use crate::reply::{Body, IntoHttp as _};
use crate::signals;

impl<S> Layer<S> for States {
    type Service = Stateful<S>;

    fn layer(&self, service: S) -> Stateful<S> {
        Stateful {
            service,
            states: self.clone(),
        }
    }
}

/// A service with [`States`].
#[derive(Debug, Clone)]
pub struct Stateful<S> {
    service: S,
    states: States,
}

impl<S, R, B> Service<Request<R>> for Stateful<S>
where
    S: Service<Request<R>, Response = Response<B>>,
    R: HttpBody<Error: Into<Box<dyn std::error::Error + Send + Sync>>> + Send + 'static,
    R::Data: Send,
    B: From<Body>,
{
    type Response = Response<B>;
    type Error = S::Error;
    type Future = Answer<S::Future>;

    fn poll_ready(&mut self, context: &mut Context<'_>) -> Poll<Result<(), S::Error>> {
        self.service.poll_ready(context)
    }

    fn call(&mut self, mut request: Request<R>) -> Self::Future {
        let states = self.states.clone();
        let session = states.cookies().read(request.headers());
        let source = match segments(request.uri().path()) {
            Some(segments) => {
                let answer = answer(states.clone(), session.clone(), segments, request);
                Source::States {
                    answer: Box::pin(answer),
                }
            }
            None => {
                request.extensions_mut().insert(session.clone());
                request.extensions_mut().insert(states.clone());
                Source::Service {
                    answer: self.service.call(request),
                }
            }
        };
        Answer {
            source,
            states,
            session,
        }
    }
}

/// The segments behind `/state/`, decoded, if that is where a path begins; those that leave their place are none.
fn segments(path: &str) -> Option<Result<Vec<String>, StateError>> {
    let path = path.strip_prefix("/state/")?;
    let decoded = path.split('/').map(|segment| {
        let text = percent_decode_str(segment).decode_utf8().ok()?;
        (!leaves_its_place(&text)).then(|| text.into_owned())
    });
    Some(decoded.collect::<Option<_>>().ok_or(StateError::Unknown))
}

async fn answer<R>(
    states: States,
    session: Session,
    segments: Result<Vec<String>, StateError>,
    request: Request<R>,
) -> Response<Body>
where
    R: HttpBody<Error: Into<Box<dyn std::error::Error + Send + Sync>>>,
{
    let answer = async {
        let mut segments = segments?;
        let state = states.find(&segments.remove(0));
        let state = state.ok_or(StateError::Unknown)?;
        let method = request.method().clone();
        let query = request.uri().query().map(ToOwned::to_owned);
        let request = call::Request {
            method,
            segments,
            query,
            session,
            signals: signals::read_members(request).await?,
        };
        state.answer(states, request).await
    };
    answer.await.unwrap_or_else(StateError::into_http)
}

type Answering = Pin<Box<dyn Future<Output = Response<Body>> + Send>>;

pin_project! {
    /// The answer of a [`Stateful`] service.
    pub struct Answer<F> {
        #[pin]
        source: Source<F>,
        states: States,
        session: Session,
    }
}

pin_project! {
    #[project = Projection]
    enum Source<F> {
        Service { #[pin] answer: F },
        States { answer: Answering },
    }
}

impl<F, B, E> Future for Answer<F>
where
    F: Future<Output = Result<Response<B>, E>>,
    B: From<Body>,
{
    type Output = Result<Response<B>, E>;

    fn poll(self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Self::Output> {
        let this = self.project();
        let mut response = match this.source.project() {
            Projection::Service { answer } => ready!(answer.poll(context))?,
            Projection::States { answer } => ready!(answer.as_mut().poll(context)).map(Into::into),
        };
        if let Some(cookie) = this.states.cookies().write(this.session) {
            response.headers_mut().append(header::SET_COOKIE, cookie);
        }
        Poll::Ready(Ok(response))
    }
}
