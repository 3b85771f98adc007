//! What the page sends, read into the struct that it came from.

use std::collections::BTreeMap;
use std::error::Error as _;

use starmark::prelude::*;
use starmark::signals::{File, FromSignals, Mismatch, from_body};

use super::{Page, Sort, Ui, json};

#[track_caller]
pub(crate) fn mismatch<T: FromSignals>(body: &str) -> String {
    let error = from_body::<T>(body.as_bytes()).err().expect("a mismatch");
    assert_eq!(error.status(), 422);
    let source = error
        .source()
        .and_then(|source| source.downcast_ref::<Mismatch>());
    source.expect("a mismatch").to_string()
}

#[test]
fn files() {
    #[derive(Signals)]
    struct Upload {
        files: Vec<File>,
    }
    let body = br#"{"files":[{"name":"a","contents":"AP8=","mime":"image/png"}]}"#;
    let upload: Upload = from_body(body).expect("files");
    assert_eq!(upload.files[0].bytes(), Ok(vec![0, 0xFF]));
    let s = Upload::signals();
    let page = html! { input type="file" data-bind=(s.files); };
    assert_eq!(page.as_str(), r#"<input type="file" data-bind="files">"#);
}

#[test]
fn what_the_browser_does_to_values_is_undone() {
    #[derive(Debug, Default, PartialEq, Signals)]
    struct Lenient {
        whole: Option<i32>,
        ratio: Option<f64>,
        text: Option<String>,
        sort: Option<Sort>,
        list: Option<Vec<u8>>,
        map: BTreeMap<String, u8>,
        ui: Option<Ui>,
        #[serde(default)]
        count: i64,
        nested: Nested,
    }
    #[derive(Debug, Default, PartialEq, Signals)]
    struct Nested {
        tag: Option<char>,
        #[signals(local)]
        open: bool,
    }
    let read = |body: &str| from_body::<Lenient>(body.as_bytes()).expect(body);
    assert_eq!(read("{}"), Lenient::default());
    let blank =
        r#"{"whole":"","ratio":"","sort":"","list":"","map":"","ui":"","count":"","nested":""}"#;
    assert_eq!(read(blank), Lenient::default());
    let null = r#"{"whole":null,"count":null,"map":null,"nested":{"tag":null}}"#;
    assert_eq!(read(null), Lenient::default());
    assert_eq!(read(r#"{"text":""}"#).text.as_deref(), Some(""));
    let read = read(
        r#"{"whole":1.0,"ratio":2,"count":1e3,"list":[1.0],"nested":{"tag":"x"},"sort":"<b>"}"#,
    );
    assert_eq!(
        (read.whole, read.ratio, read.count, read.list),
        (Some(1), Some(2.0), 1000, Some(vec![1]))
    );
    assert_eq!((read.nested.tag, read.sort), (Some('x'), Some(Sort::Odd)));
}

#[test]
fn a_mismatch_names_its_signal() {
    assert_eq!(mismatch::<Page>("{}"), "signal `query` is missing");
    let start = r#""query":"","#;
    let page = |rest: &str| mismatch::<Page>(&format!("{{{start}{rest}}}"));
    assert_eq!(page(r#""count":"""#), "signal `count` is missing");
    assert_eq!(
        page(r#""count":1.5"#),
        "signal `count` is not an integer that fits `i64`"
    );
    assert_eq!(
        page(r#""count":1,"ui":{"open":1}"#),
        "signal `ui.open` is not `true` or `false`"
    );
    assert_eq!(page(r#""count":1"#), "signal `ui.open` is missing");
    assert_eq!(
        page(r#""count":1,"ui":{"open":true},"sort":"x""#),
        "signal `sort` is not one of `by-name`, `by-date`, `<b>`"
    );
    assert_eq!(
        page(r#""count":1,"ui":{"open":true},"sort":"by-date","tags":["a",1]"#),
        "signal `tags[1]` is not a string"
    );
}

#[cfg(feature = "axum")]
#[tokio::test]
async fn a_page_comes_back_through_a_request() {
    use axum::extract::FromRequest as _;
    let page = Page {
        query: "ü'".into(),
        count: -3,
        tags: vec!["a".into()],
        ..Page::default()
    };
    let request = axum::http::Request::post("/")
        .header("content-type", "application/json")
        .header("datastar-request", "true")
        .body(axum::body::Body::from(json(&page)))
        .expect("a request");
    let Signals(read) = Signals::<Page>::from_request(request, &())
        .await
        .expect("signals");
    assert_eq!(read, page);
}
