//! The rules for `data-*` names, by example.

use super::*;

/// The complaint about a name of the plugin, if there is one.
fn row<P: PluginRow>(key: Option<&str>, modifiers: &[Written<'_>], given: Given) -> Option<String> {
    let checked = check(Some(P::ROW), P::ROW.name, key, modifiers, given);
    let mut pieces = 0..MODIFIERS + modifiers.len();
    let message = pieces.find_map(|piece| checked.message(piece));
    message.map(str::to_owned)
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
    check(None, name, None, &[], Given::Value)
        .message(0)
        .map(str::to_owned)
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
fn names_that_the_client_reads_as_they_stand_pass() {
    let modifiers: &[Written<'_>] = &[("self", &[])];
    assert!(
        check(None, "ignore", None, modifiers, Given::Nothing)
            .message(PLUGIN)
            .is_none()
    );
    for name in READ_AS_WRITTEN {
        assert_eq!(plain(name), None, "{name}");
    }
}
