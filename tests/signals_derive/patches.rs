//! Patches of some signals, and what cannot be sent.

use std::collections::BTreeMap;

use starmark::prelude::*;
use starmark::signals::ToSignals;
use starmark::sse::{Patch, PatchSignals};

use super::{Page, Sort, Ui, json};

fn problem(signals: impl ToSignals) -> String {
    PatchSignals::new(signals)
        .expect_err("a problem")
        .to_string()
}

#[test]
fn patches_are_typed_and_merged() {
    let s = Page::signals();
    let name = String::from("b");
    let patch = patch!(
        s.count = 5,
        s.ui.open = false,
        s.query = &name,
        remove(s.ui.draft),
        s.sort = Sort::ByDate
    );
    assert_eq!(
        json(patch),
        r#"{"count":5,"ui":{"open":false,"draft":null},"query":"b","sort":"by-date"}"#
    );
    assert_eq!(json(patch!()), "{}");
    assert_eq!(
        json(patch!(s.ui.draft = None, s.query = name)),
        r#"{"ui":{"draft":null},"query":"b"}"#
    );
    assert_eq!(
        json(patch!(s.ui.draft = Some("x".to_owned()))),
        r#"{"ui":{"draft":"x"}}"#
    );
    assert_eq!(json(patch!(s.ui.draft = "x")), r#"{"ui":{"draft":"x"}}"#);
    let whole = Ui {
        open: true,
        draft: None,
    };
    assert_eq!(
        json(patch!(s.ui = whole.clone(), s.ui.draft = "y")),
        r#"{"ui":{"open":true,"draft":"y"}}"#
    );
    assert_eq!(
        json(patch!(remove(s.ui), s.ui = whole.clone())),
        r#"{"ui":{"open":true}}"#
    );
    assert_eq!(json(patch!(s.ui = whole, remove(s.ui))), r#"{"ui":null}"#);
    assert_eq!(
        json(patch!(s = Page::default(), s.count = 1))
            .matches("\"count\":1")
            .count(),
        1
    );
    assert_eq!(
        json(patch!(signal!("a.b") = 1, signal!("a.c") = "x")),
        r#"{"a":{"b":1,"c":"x"}}"#
    );
    let patch = Patch::new().signals(patch!(s.count = 1)).expect("a patch");
    assert_eq!(
        patch.into_string(),
        "event: datastar-patch-signals\ndata: signals {\"count\":1}\n\n"
    );
}

#[test]
fn every_problem_names_its_signal() {
    #[derive(Default, Signals)]
    struct Numbers {
        big: u64,
        ratio: f64,
        list: Vec<Option<u8>>,
        map: BTreeMap<String, u8>,
    }
    #[derive(Default, Signals)]
    struct All {
        all: Numbers,
    }
    let all = |numbers| All { all: numbers };
    let big = Numbers {
        big: 1 << 53,
        ..Numbers::default()
    };
    assert!(
        problem(all(big))
            .starts_with("signal `all.big` is 9007199254740992, which JavaScript would round")
    );
    let nan = Numbers {
        ratio: f64::NAN,
        ..Numbers::default()
    };
    assert!(problem(all(nan)).starts_with("signal `all.ratio` is not a finite number"));
    let hole = Numbers {
        list: vec![Some(1), None],
        ..Numbers::default()
    };
    assert!(problem(all(hole)).starts_with("signal `all.list[1]` is null"));
    let name = Numbers {
        map: BTreeMap::from([("a-b".into(), 1)]),
        ..Numbers::default()
    };
    assert!(problem(all(name)).starts_with("signal `all.map.a-b` has a name that is not safe"));
    let s = All::signals().all;
    assert!(
        problem(patch!(s.big = 1, s.ratio = f64::INFINITY))
            .starts_with("signal `all.ratio` is not a finite")
    );
    assert!(problem(patch!(s.list = vec![None])).starts_with("signal `all.list[0]` is null"));
    assert!(problem(patch!(remove(All::signals()))).starts_with("the value is not an object"));
    assert!(problem(serde_json::json!([1])).starts_with("the value is not an object"));
}
