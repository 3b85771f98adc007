//! What `js!` prints.

use crate::data::Signal;
use crate::{get, js};

#[derive(Clone, Copy)]
struct Ui {
    open: Signal<bool>,
}

#[derive(Clone, Copy)]
struct Handles {
    count: Signal<i64>,
    ratio: Signal<f64>,
    query: Signal<String>,
    tags: Signal<Vec<String>>,
    limit: Signal<Option<u32>>,
    ui: Ui,
}

const fn handles() -> Handles {
    Handles {
        count: Signal::of("count"),
        ratio: Signal::of("ratio"),
        query: Signal::of("query"),
        tags: Signal::of("tags"),
        limit: Signal::of("limit"),
        ui: Ui {
            open: Signal::of("ui.open"),
        },
    }
}

#[test]
fn operators() {
    let (s, max) = (handles(), 10);
    assert_eq!(
        js!(s.count > #max && !s.ui.open).as_str(),
        "$count > 10 && !$ui.open"
    );
    assert_eq!(
        js!((s.count + 1) * 2 - -s.count).as_str(),
        "($count + 1) * 2 - -$count"
    );
    assert_eq!(js!(1 - (2 - s.count)).as_str(), "1 - (2 - $count)");
    assert_eq!(js!(s.count / 2 + 1).as_str(), "Math.trunc($count / 2) + 1");
    assert_eq!(js!(1.0 / (s.ratio / 2.0)).as_str(), "1.0 / ($ratio / 2.0)");
    assert_eq!(js!(-(-s.count)).as_str(), "-(-$count)");
    assert_eq!(js!(s.query == "it's").as_str(), "$query === 'it\\u0027s'");
    assert_eq!(js!(s.count as f64 / 2.0).as_str(), "$count / 2.0");
}

#[test]
fn a_literal_is_encoded_like_a_value() {
    macro_rules! same {
        ($($literal:literal)*) => {$({
            let (literal, value) = (js!($literal), crate::quote($literal));
            assert_eq!(literal.as_str().trim_matches('\''), value.as_str().trim_matches('"'));
        })*};
    }
    same! {
        "" "plain" " _.,:-09azAZ" "it's" "\"$a; @get('/x')\"" "</script><!--" "&amp;{{}}[]()" "\\n`${x}`"
        "\0\t\n\r\u{7f}" "\u{2028}\u{2029}\u{feff}" "Grüße, 😀 日本" "use strict" "use strict "
    }
}

#[test]
fn statements() {
    let s = handles();
    assert_eq!(
        js!(s.count += 1; s.ui.open = !s.ui.open; get("/x")).as_str(),
        "$count += 1; $ui.open = !$ui.open; @get('/x')"
    );
    assert_eq!(
        js!(if s.ui.open { s.count = 0; } else if s.count > 1 { s.query = "x" } s.count -= 1)
            .as_str(),
        "if ($ui.open) { $count = 0 } else if ($count > 1) { $query = 'x' } $count -= 1"
    );
    assert_eq!(
        js!(let next = s.count + 1; let next = next * 2; s.count = next).as_str(),
        "let next = $count + 1; let next2 = next * 2; $count = next2"
    );
    assert_eq!(
        js!(s.count /= 2).as_str(),
        "$count = Math.trunc($count / 2)"
    );
    assert_eq!(js!(s.limit = None).as_str(), "$limit = null");
    assert_eq!(js!(s.limit = Some(3)).as_str(), "$limit = 3");
}

#[test]
fn values() {
    let s = handles();
    assert_eq!(
        js!(if s.ui.open { "yes" } else { "no" }).as_str(),
        "$ui.open ? 'yes' : 'no'"
    );
    assert_eq!(
        js!(format!("{} of {}", s.count, s.query)).as_str(),
        "'' + $count + ' of ' + $query"
    );
    assert_eq!(
        js!(s.tags.iter().any(|tag| tag == "a")).as_str(),
        "$tags.some(tag => tag === 'a')"
    );
    assert_eq!(
        js!(s.tags.len() > 2 && s.tags.is_empty()).as_str(),
        "$tags.length > 2 && $tags.length === 0"
    );
    assert_eq!(
        js!(s.query.trim().is_empty()).as_str(),
        "$query.replace(/^\\p{White_Space}+|\\p{White_Space}+$/gu, '') === ''"
    );
    assert_eq!(js!(s.limit.is_none()).as_str(), "($limit ?? '') === ''");
    assert_eq!(js!(s.tags[0] == "a").as_str(), "$tags[0] === 'a'");
}

#[test]
fn values_of_the_server() {
    struct Card {
        title: String,
    }
    let (s, card) = (
        handles(),
        Card {
            title: "a;b".to_owned(),
        },
    );
    assert_eq!(
        js!(s.query = #card.title).as_str(),
        r#"$query = "a\u003bb""#
    );
    assert_eq!(js!(s.count - #(-1)).as_str(), "$count - -1");
    assert_eq!(js!((#(-1_i64)).abs()).as_str(), "Math.abs(-1)");
    let late = js!(s.count > 1 || s.ui.open);
    assert_eq!(js!(!late).as_str(), "!($count > 1 || $ui.open)");
    assert_eq!(
        js!(late && s.ui.open).as_str(),
        "($count > 1 || $ui.open) && $ui.open"
    );
    assert_eq!(
        js!(js::peek(s.count) + 1).as_str(),
        "@peek(() => $count) + 1"
    );
    assert_eq!(
        js!(js::peek(s.count + 1) > 2).as_str(),
        "@peek(() => $count + 1) > 2"
    );
}

#[test]
fn events() {
    use crate::data::event::interface::KeyboardEvent;
    let s = handles();
    assert_eq!(
        js!(
            |evt: KeyboardEvent| if evt.key == "Enter" && !evt.shift_key {
                evt.prevent_default();
                s.query = evt.target.value;
            }
        )
        .as_str(),
        "if (evt.key === 'Enter' && !evt.shiftKey) { evt.preventDefault(); $query = evt.target.value }"
    );
    assert_eq!(js!(s.query = el.value).as_str(), "$query = el.value");
}

#[test]
fn in_a_template() {
    let s = handles();
    let by_macro = crate::html! {
        input data-on:keydown__prevent=js!(if evt.key == "Enter" { s.query = evt.target.value; }) data-show=js!(s.count > 1);
        p data-on:my-own=js!(evt.prevent_default()) data-text=(js!(format!("{}!", s.count))) {}
    };
    assert_eq!(
        by_macro.into_string(),
        "<input data-on:keydown__prevent=\"if (evt.key === 'Enter') { $query = evt.target.value }\" data-show=\"$count &gt; 1\">\
         <p data-on:my-own=\"evt.preventDefault()\" data-text=\"'' + $count + '\\u0021'\"></p>"
    );
}
