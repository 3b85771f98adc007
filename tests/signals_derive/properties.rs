//! Any struct survives the way to the page and back.

use proptest::prelude::*;
use starmark::prelude::*;
use starmark::signals::from_body;

use super::{Page, Sort, Ui, json};

fn page() -> impl Strategy<Value = Page> {
    let sort = prop_oneof![Just(Sort::ByName), Just(Sort::ByDate), Just(Sort::Odd)];
    let ui = (any::<bool>(), any::<Option<String>>()).prop_map(|(open, draft)| Ui { open, draft });
    let scores = proptest::collection::btree_map("[a-z]{1,8}", -1e300..1e300, 0..4);
    let count = -9_007_199_254_740_991_i64..=9_007_199_254_740_991;
    (
        any::<String>(),
        count,
        ui,
        sort,
        proptest::collection::vec(any::<String>(), 0..4),
        scores,
    )
        .prop_map(|(query, count, ui, sort, tags, scores)| Page {
            query,
            count,
            ui,
            sort,
            tags,
            scores,
            busy: false,
        })
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(1_000) })]

    #[test]
    fn any_struct_survives(page in page()) {
        let read: Page = from_body(json(&page).as_bytes()).expect("signals");
        prop_assert_eq!(read, page);
    }

    #[test]
    fn a_patch_of_each_field_is_the_struct(page in page()) {
        let s = Page::signals();
        let (whole, fields) = (page.clone(), page);
        let by_field = patch!(
            s.query = &fields.query, s.count = fields.count, s.ui.open = fields.ui.open,
            s.ui.draft = fields.ui.draft, s.sort = fields.sort, s.tags = fields.tags, s.scores = fields.scores,
        );
        let read: Page = from_body(json(by_field).as_bytes()).expect("signals");
        prop_assert_eq!(read, whole);
    }

    #[test]
    fn no_json_panics(text in "[{}\\[\\]\",:0-9.eE+\\-a-z]{0,40}") {
        let _ = from_body::<Page>(text.as_bytes());
        let _ = from_body::<Page>(format!("{{\"ui\":{text},\"query\":{text}}}").as_bytes());
    }
}
