//! The rules for `data-*` names, by example.

use super::*;
use crate::data::plugins;

const PLACE: Place<'_> = Place {
    name: "input",
    is_control: true,
};

fn first(checked: &Checked, modifiers: &[Written<'_>]) -> Option<String> {
    let mut pieces = 0..MODIFIERS + modifiers.len();
    let message = pieces.find_map(|piece| checked.message(piece));
    message.map(str::to_owned)
}

/// The complaint about an attribute of the plugin, if there is one.
fn row<P: PluginRow>(
    key: Option<&str>,
    modifiers: &[Written<'_>],
    given: Given<'_>,
) -> Option<String> {
    let name = P::ROW.name;
    let used = Use {
        name,
        key,
        modifiers,
        given,
        place: PLACE,
    };
    first(&check(Found::Plugin(P::ROW), used), modifiers)
}

#[test]
fn tags_that_the_client_reads_pass() {
    let good: &[Written<'_>] = &[
        ("once", &[]),
        ("delay", &["0ms"]),
        ("debounce", &["200ms"]),
        ("debounce", &["2s", "leading", "notrailing"]),
        ("throttle", &["2s", "noleading", "trailing"]),
        ("case", &["pascal"]),
    ];
    for modifier in good {
        assert_eq!(
            row::<plugins::on>(Some("click"), &[*modifier], Given::Value),
            None
        );
    }
    for percent in ["0", "25", "100"] {
        let threshold: Written<'_> = ("threshold", &[percent]);
        assert_eq!(
            row::<plugins::on_intersect>(None, &[threshold], Given::Value),
            None
        );
    }
}

#[test]
fn tags_that_the_client_ignores_do_not() {
    let bad: &[Written<'_>] = &[
        ("once", &["x"]),
        ("delay", &[]),
        ("delay", &["ms"]),
        ("delay", &["s"]),
        ("delay", &["200"]),
        ("delay", &["2m"]),
        ("delay", &["-2s"]),
        ("delay", &["200ms", "leading"]),
        ("debounce", &["leading", "200ms"]),
        ("debounce", &["200ms", "trailing"]),
        ("throttle", &["200ms", "leading"]),
        ("case", &[]),
        ("case", &["Camel"]),
        ("case", &["camel", "kebab"]),
        ("half", &[]),
    ];
    for modifier in bad {
        assert!(
            row::<plugins::on>(Some("click"), &[*modifier], Given::Value).is_some(),
            "{modifier:?}"
        );
    }
    for percent in ["", "101", "1000", "-1", "half"] {
        let threshold: Written<'_> = ("threshold", &[percent]);
        assert!(
            row::<plugins::on_intersect>(None, &[threshold], Given::Value).is_some(),
            "{percent}"
        );
    }
    let twice: &[Written<'_>] = &[("once", &[]), ("once", &[])];
    assert!(row::<plugins::on>(Some("click"), twice, Given::Value).is_some());
}

#[test]
fn keys_and_values_where_they_belong() {
    use Given::{Blank, Nothing, Value};
    assert_eq!(row::<plugins::bind>(Some("a"), &[], Nothing), None);
    assert_eq!(row::<plugins::bind>(None, &[], Value), None);
    assert_eq!(row::<plugins::signals>(Some("a"), &[], Value), None);
    assert_eq!(row::<plugins::signals>(None, &[], Value), None);
    assert_eq!(row::<plugins::json_signals>(None, &[], Nothing), None);
    assert!(row::<plugins::bind>(Some("a"), &[], Value).is_some());
    assert!(row::<plugins::bind>(None, &[], Blank).is_some());
    assert!(row::<plugins::on>(None, &[], Value).is_some());
    assert!(row::<plugins::on>(Some("click"), &[], Nothing).is_some());
    assert!(row::<plugins::on>(Some("click"), &[], Blank).is_some());
    assert!(row::<plugins::show>(Some("a"), &[], Value).is_some());
    assert!(row::<plugins::class>(Some("isLate"), &[], Value).is_some());
}

fn plain(name: &str) -> Option<String> {
    let used = Use {
        name,
        key: None,
        modifiers: &[],
        given: Given::Value,
        place: PLACE,
    };
    first(&check(Found::Unknown, used), &[])
}

#[test]
fn names_of_applications_pass() {
    for name in [
        "testid",
        "test",
        "row-id",
        "id",
        "name",
        "value",
        "kind",
        "status",
        "state",
        "to",
        "from",
        "index",
        "label",
        "action",
        "toggle",
        "target",
        "theme",
        "src",
        "url",
        "shop",
        "slow",
        "next",
        "unit",
        "find",
        "mind",
        "case",
        "column",
        "priority",
        "test-id",
        "cy",
        "qa",
        "turbo",
        "controller",
        "bs-toggle",
        "only",
        "one",
        "show-all",
    ] {
        assert_eq!(plain(name), None, "{name}");
    }
}

#[test]
fn names_that_look_like_datastars_do_not() {
    for (name, wanted) in [
        ("shwo", "`data-show`"),
        ("signal", "`data-signals`"),
        ("singals", "`data-signals`"),
        ("bnid", "`data-bind`"),
        ("clas", "`data-class`"),
        ("on-click", "`data-on:click`"),
        ("on-load", "`data-init`"),
        ("class-hidden", "`data-class:hidden`"),
        ("on-intersec", "`data-on"),
    ] {
        let message = plain(name).expect(name);
        assert!(message.contains(wanted), "{name}: {message}");
    }
}

#[test]
fn contradictions_go_both_ways() {
    for row in rows() {
        for (modifier, other) in row
            .modifiers
            .iter()
            .flat_map(|first| row.modifiers.iter().map(move |second| (first, second)))
        {
            assert_eq!(
                modifier.contradicts(other.name),
                other.contradicts(modifier.name),
                "{}: {} and {}",
                row.name,
                modifier.name,
                other.name
            );
        }
        let pairs = row.modifiers.iter().map(|modifier| {
            row.modifiers
                .iter()
                .filter(|other| modifier.contradicts(other.name))
                .count()
        });
        let named: usize = row
            .modifiers
            .iter()
            .map(|modifier| modifier.without.len())
            .sum();
        assert_eq!(
            pairs.sum::<usize>(),
            named,
            "{} names a modifier that it has not",
            row.name
        );
    }
}

#[test]
fn pro_is_listed() {
    let known = |name: &str| rows().iter().any(|row| row.name == name);
    for name in plain::PRO {
        assert_eq!(known(name), cfg!(feature = "pro"), "{name}");
    }
    #[cfg(feature = "pro")]
    assert_eq!(crate::data::pro::ROWS.len(), plain::PRO.len());
}

fn rows() -> Vec<Row> {
    let rows = plugins::ROWS.to_vec();
    #[cfg(feature = "pro")]
    let rows = [rows, crate::data::pro::ROWS.to_vec()].concat();
    rows
}

#[test]
fn modifiers_that_contradict_each_other() {
    for (first, second) in [
        ("passive", "prevent"),
        ("prevent", "passive"),
        ("outside", "once"),
        ("outside", "prevent"),
        ("window", "document"),
    ] {
        let modifiers: &[Written<'_>] = &[(first, &[]), (second, &[])];
        let message = row::<plugins::on>(Some("click"), modifiers, Given::Value);
        let expected = format!(
            "`__{second}` contradicts `__{first}`: only one of them can hold, so leave one out"
        );
        assert_eq!(message, Some(expected));
    }
    for tags in [&["200ms", "notrailing"], &["200ms", "leading.leading"]] {
        assert!(row::<plugins::on>(Some("click"), &[("debounce", tags)], Given::Value).is_some());
    }
}

#[test]
fn events_reach_elements_or_have_a_target() {
    let on = |key, modifiers| row::<plugins::on>(Some(key), modifiers, Given::Value);
    let window: &[Written<'_>] = &[("window", &[])];
    let document: &[Written<'_>] = &[("document", &[])];
    assert_eq!(on("click", &[]), None);
    assert_eq!(on("my-event", &[]), None);
    assert_eq!(on("resize", window), None);
    assert_eq!(on("visibilitychange", document), None);
    assert_eq!(on("visibilitychange", window), None);
    assert_eq!(
        on("resize", &[]).as_deref(),
        Some("`resize` only fires on the window: write `data-on:resize__window`")
    );
    assert!(on("hashchange", document).is_some());
    assert!(on("clcik", &[]).is_some_and(|message| message.contains("did you mean `click`?")));
}
