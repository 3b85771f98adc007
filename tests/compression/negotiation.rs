//! Which coding a request gets. <https://www.rfc-editor.org/rfc/rfc9110#section-12.5.3>

use bytes::Bytes;
use http::header::{CONTENT_ENCODING, VARY};
use http::{HeaderMap, HeaderValue};
use http_body_util::Full;
use starmark::compression::{Coding, Compression};

use crate::{accepting, response};

/// The coding of a page that is asked for with these headers.
fn coding(compression: &Compression, request: &HeaderMap) -> String {
    let page = Full::<Bytes>::from("<p>page</p>".repeat(100));
    let response = compression.apply(request, response("text/html", page));
    assert_eq!(response.headers()[VARY], "accept-encoding");
    match response.headers().get(CONTENT_ENCODING) {
        Some(coding) => coding.to_str().expect("text").to_owned(),
        None => "identity".to_owned(),
    }
}

fn assert_table(compression: &Compression, table: &[(&[&str], &str)]) {
    for (lines, expected) in table {
        assert_eq!(
            coding(compression, &accepting(lines)),
            *expected,
            "{lines:?}"
        );
    }
}

#[test]
fn the_highest_weight_wins() {
    let table: &[(&[&str], &str)] = &[
        (&["gzip, deflate, br, zstd"], "zstd"),
        (&["gzip, deflate, br"], "br"),
        (&["gzip"], "gzip"),
        (&["gzip;q=1, br;q=0.9, zstd;q=0.1"], "gzip"),
        (&["zstd;q=0.001"], "zstd"),
        (&["br;q=0.5,zstd;q=0.499"], "br"),
        (&["br;q=0.5,zstd;q=0.5"], "zstd"),
        (&["gzip", "br"], "br"),
        (&["gzip;q=0.5", "br;q=0.4"], "gzip"),
        (&["GZip;Q=0.5"], "gzip"),
        (&["x-gzip"], "gzip"),
        (&["gzip \t;  \tq=0.5 , br ; q=0.4"], "gzip"),
        (&["gzip;q=1.000"], "gzip"),
        (&["gzip;q=1."], "gzip"),
        (&["gzip;q=0."], "identity"),
    ];
    assert_table(&Compression::new(), table);
}

#[test]
fn zero_identity_and_the_star_count() {
    let table: &[(&[&str], &str)] = &[
        (&[], "identity"),
        (&[""], "identity"),
        (&["deflate, compress, dcz"], "identity"),
        (&["zstd;q=0"], "identity"),
        (&["zstd;q=0.000, br"], "br"),
        (&["*"], "zstd"),
        (&["*;q=0"], "identity"),
        (&["*, zstd;q=0"], "br"),
        (&["gzip, *;q=0"], "gzip"),
        (&["gzip;q=0.3, *;q=0.5"], "zstd"),
        (&["identity"], "identity"),
        (&["identity, gzip"], "gzip"),
        (&["identity, gzip;q=0.9"], "identity"),
        (&["identity;q=0.5, gzip;q=0.5"], "gzip"),
        (&["identity;q=0, gzip;q=0.1"], "gzip"),
        (&["identity;q=0"], "identity"),
        (&["gzip;q=0, gzip"], "identity"),
        (&["gzip;q=0, x-gzip"], "identity"),
    ];
    assert_table(&Compression::new(), table);
}

#[test]
fn a_malformed_member_is_passed_over() {
    let table: &[(&[&str], &str)] = &[
        (&["zstd;q=2, gzip"], "gzip"),
        (&["zstd;q=, gzip"], "gzip"),
        (&["zstd;q=0.1234, gzip"], "gzip"),
        (&["zstd;q=1.001, gzip"], "gzip"),
        (&["zstd;q=-1, gzip"], "gzip"),
        (&["zstd;q=+0, gzip"], "gzip"),
        (&["zstd;q=0.+1, gzip"], "gzip"),
        (&["zstd;q=.5, gzip"], "gzip"),
        (&["zstd;q=NaN, gzip"], "gzip"),
        (&["zstd;q=1e0, gzip"], "gzip"),
        (&["zstd;q, gzip"], "gzip"),
        (&["zstd;, gzip"], "gzip"),
        (&["zstd;level=3, gzip"], "gzip"),
        (&["zstd;q=1;q=1, gzip"], "gzip"),
        (&["zs td, gzip"], "gzip"),
        (&[",,, gzip ,;,=,"], "gzip"),
        (&[";q=1, gzip"], "gzip"),
    ];
    assert_table(&Compression::new(), table);
    let mut request = HeaderMap::new();
    let bytes = HeaderValue::from_bytes(b"zstd\xff, gzip").expect("bytes");
    request.append("accept-encoding", bytes);
    assert_eq!(coding(&Compression::new(), &request), "gzip");
}

#[test]
fn only_what_is_offered_is_chosen() {
    let all: &[&str] = &["zstd, br, gzip"];
    for coding in Coding::ALL {
        let one = Compression::new().codings(&[coding]);
        assert_table(&one, &[(all, coding.name())]);
    }
    let two = Compression::new().codings(&[Coding::Gzip, Coding::Brotli]);
    assert_table(&two, &[(all, "br"), (&["zstd"], "identity")]);
    assert_table(&Compression::new().codings(&[]), &[(all, "identity")]);
    // The star stands for everything that is not named, and so for no coding as well.
    let gzip = Compression::new().codings(&[Coding::Gzip]);
    assert_table(&gzip, &[(&["gzip;q=0.3, *;q=0.5"], "identity")]);
}
