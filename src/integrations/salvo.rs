//! salvo 1: scribes, event streams and the signals extractor. <https://docs.rs/salvo>

use std::sync::LazyLock;

use http_body_util::BodyExt as _;
use salvo_core::extract::{Extractible, Metadata};
use salvo_core::http::ResBody;
use salvo_core::{Depot, FlowCtrl, Handler, Request, Response, Scribe, async_trait};

use crate::client::{Client, Policy};
use crate::reply::{Body, IntoHttp};
use crate::signals::{
    FromSignals, Limit, ReadSignalsError, Signals, Source, collect, from_body, from_query,
};

/// Its response is one that handlers write into.
fn write(reply: http::Response<Body>, response: &mut Response) {
    let (parts, body) = reply.into_parts();
    response.status_code(parts.status);
    // Each name once; what other handlers wrote stays.
    response.headers_mut().extend(parts.headers);
    response.replace_body(match body.as_bytes() {
        Some(bytes) => ResBody::Once(bytes.clone()),
        None => ResBody::Boxed(Box::pin(body.map_err(Into::into))),
    });
}

// Everything that is a reply.

macro_rules! scribes {
    ($([$($generics:tt)*] $reply:ty;)*) => {$(
        impl<$($generics)*> Scribe for $reply
        where
            Self: IntoHttp,
        {
            fn render(self, response: &mut Response) {
                write(self.into_http(), response);
            }
        }
    )*};
}

replies! { scribes }

/// The header of a page: `(policy, page)`.
impl Scribe for Policy {
    fn render(self, response: &mut Response) {
        let headers = response.headers_mut();
        headers.insert(http::header::CONTENT_SECURITY_POLICY, self.into());
    }
}

/// The file, or that the browser has it: `Router::with_path(CLIENT.path()).get(&CLIENT)`.
#[async_trait]
impl Handler for &'static Client {
    async fn handle(
        &self,
        request: &mut Request,
        _: &mut Depot,
        response: &mut Response,
        _: &mut FlowCtrl,
    ) {
        write(self.response(request.headers()), response);
    }
}

// Signals as an argument.

/// Sets the limit for the handlers below: `Router::new().hoop(Limit(1 << 20))`.
#[async_trait]
impl Handler for Limit {
    async fn handle(
        &self,
        request: &mut Request,
        _: &mut Depot,
        _: &mut Response,
        _: &mut FlowCtrl,
    ) {
        request.extensions_mut().insert(*self);
    }
}

/// Reads the signals of a request, up to the [`Limit`] in its extensions.
impl<'ex, T: FromSignals + Send> Extractible<'ex> for Signals<T> {
    fn metadata() -> &'static Metadata {
        static METADATA: LazyLock<Metadata> = LazyLock::new(|| Metadata::new("Signals"));
        &METADATA
    }

    #[expect(refining_impl_trait, reason = "a handler can tell what is wrong")]
    async fn extract(
        request: &'ex mut Request,
        _: &'ex mut Depot,
    ) -> Result<Self, ReadSignalsError> {
        read(request).await.map(Self)
    }
}

async fn read<T: FromSignals>(request: &mut Request) -> Result<T, ReadSignalsError> {
    let header = |name: &str| request.headers().get(name)?.to_str().ok();
    match Source::of(request.method().as_str(), header)? {
        Source::Query => from_query(request.uri().query()),
        Source::Body => {
            let limit = request.extensions().get::<Limit>().copied();
            from_body(&collect(request.take_body(), limit.unwrap_or_default()).await?)
        }
    }
}
