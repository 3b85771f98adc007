//! What a page loads: files of the program, and the Datastar client.

use std::hash::{DefaultHasher, Hasher as _};
use std::path::PathBuf;
use std::{env, fs, io};

use axum::http::{HeaderMap, StatusCode, header};
use axum::response::{IntoResponse, Response};
use starmark::client;

/// The client: a copy on disk, or the public one.
#[derive(Debug)]
pub(crate) struct Client(Option<Vec<u8>>);

impl Client {
    /// The file of `DATASTAR_JS`, else the copy that the tests fetched, else none.
    pub(crate) fn find() -> io::Result<Self> {
        if let Some(path) = env::var_os("DATASTAR_JS") {
            let path = PathBuf::from(path);
            let copy = fs::read(&path);
            return copy.map(|copy| Self(Some(copy))).map_err(|error| {
                let text = format!("DATASTAR_JS is {}: {error}", path.display());
                io::Error::new(error.kind(), text)
            });
        }
        let fetched = concat!(env!("CARGO_MANIFEST_DIR"), "/target/datastar/datastar.js");
        Ok(Self(fs::read(fetched).ok()))
    }

    /// Where the page finds the client: at the address of the copy, if there is one.
    pub(crate) fn address(&self, copy: impl Into<String>) -> String {
        match self.0 {
            Some(_) => copy.into(),
            None => client::CDN.to_owned(),
        }
    }

    /// The local copy, if there is one.
    pub(crate) fn response(&self, request: &HeaderMap) -> Response {
        match &self.0 {
            Some(copy) => asset(request, "text/javascript; charset=utf-8", copy),
            None => StatusCode::NOT_FOUND.into_response(),
        }
    }
}

/// A file with an `ETag`: the browser asks again, and mostly hears that nothing changed.
pub(crate) fn asset(request: &HeaderMap, content_type: &'static str, bytes: &[u8]) -> Response {
    let mut hasher = DefaultHasher::new();
    hasher.write(bytes);
    let tag = format!("\"{:x}\"", hasher.finish());
    let known = request
        .get(header::IF_NONE_MATCH)
        .is_some_and(|known| known.as_bytes() == tag.as_bytes());
    let caching = [
        (header::ETAG, tag),
        (header::CACHE_CONTROL, "no-cache".to_owned()),
    ];
    if known {
        return (StatusCode::NOT_MODIFIED, caching).into_response();
    }
    (
        caching,
        [(header::CONTENT_TYPE, content_type)],
        bytes.to_vec(),
    )
        .into_response()
}
