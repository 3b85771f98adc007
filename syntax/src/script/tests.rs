//! What the module says, source by source.
//!
//! The sources of [`CORPUS`] are checked twice: here against the parser, and by a test in a real
//! browser against the genuine client.

mod words;

use self::words::{ADVICE, STATEMENTS, VALUES};
use super::corpus::{CORPUS, Verdict};
use super::{Call, Entry, HOLE, Script, Shape, filter, read};

/// Whether the parser has to call a source wrong.
fn is_called_wrong(verdict: Verdict) -> bool {
    matches!(verdict, Verdict::Fails | Verdict::Changed)
}

#[test]
fn the_parser_agrees_with_the_client() {
    let mut wrong = Vec::new();
    for (source, statements, value) in CORPUS {
        let script = read(source);
        for (verdict, problem) in [(statements, script.statements), (value, script.value)] {
            if problem.is_some() != is_called_wrong(*verdict) {
                wrong.push(format!(
                    "{source:?} should be {verdict:?}, but: {problem:?}"
                ));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn the_words_of_a_problem_are_few() {
    for (source, ..) in CORPUS {
        let script = read(source);
        for words in [script.statements, script.value].into_iter().flatten() {
            assert!(words.chars().count() <= 200, "{source}: {words}");
            assert!(!words.contains('\n'), "{source}: {words}");
        }
    }
}

#[test]
fn a_value_is_called_wrong_in_these_words() {
    for (source, words) in VALUES {
        assert_eq!(read(source).value.as_deref(), Some(*words), "{source}");
    }
}

#[test]
fn statements_are_called_wrong_in_these_words() {
    for (source, words) in STATEMENTS {
        assert_eq!(read(source).statements.as_deref(), Some(*words), "{source}");
    }
}

#[test]
fn the_advice_helps() {
    for (wrong, right) in ADVICE {
        assert!(read(wrong).value.is_some(), "{wrong}");
        assert_eq!(read(right).value, None, "{right}");
    }
}

fn names(source: &str) -> Vec<String> {
    let script = read(source);
    assert!(
        script.value.is_none() || script.statements.is_none(),
        "{source}"
    );
    script.names
}

#[test]
fn a_name_that_nobody_knows_is_found() {
    assert_eq!(names("count"), ["count"]);
    assert_eq!(names("count + other + count"), ["count", "other"]);
    assert_eq!(names("{a: open, [b]: c, d}"), ["open", "b", "c", "d"]);
    assert_eq!(names("count = 1; count++"), ["count"]);
    assert_eq!(names("`${count}`"), ["count"]);
    assert_eq!(names("f(count)"), ["count"]);
    assert_eq!(names("$list[index]"), ["index"]);
}

#[test]
fn a_name_that_may_be_known_is_left_alone() {
    for source in [
        "$count",
        "el",
        "foo()",
        "new Foo(1)",
        "foo.bar",
        "foo?.bar",
        "foo[0]",
        "foo`x`",
        "typeof foo",
        "a.count",
        "{count: 1}",
        "window",
        "undefined",
        "JSON",
        "x instanceof HTMLElement || x instanceof MouseEvent; var x",
        "list.map(item => item)",
        "list.map((item, {a: [b], ...c}, d = 1) => item + b + c + d)",
        "list.map(async item => item)",
        "list.map(async (item) => item)",
        "(function f(a) { return f + a })(1)",
        "const {a, b: [c]} = d.e; return a + c",
        "try { f() } catch ({message}) { g(message) }",
        "for (const [k, v] of g()) f(k, v)",
        "class A {}; $a = A",
        "a: for (;;) { break a }",
    ] {
        assert_eq!(names(source), Vec::<String>::new(), "{source}");
    }
}

#[test]
fn the_names_of_some_attributes_are_always_found() {
    assert_eq!(names("evt.target.value"), ["evt"]);
    assert_eq!(names("evt"), ["evt"]);
    assert_eq!(names("patch.a"), ["patch"]);
    assert_eq!(names("f((evt) => evt.target)"), Vec::<String>::new());
}

fn text(text: &str) -> Shape {
    Shape::Text(Some(text.to_owned()))
}

fn entry(key: &str, value: Shape) -> Entry {
    Entry {
        key: key.to_owned(),
        value,
    }
}

#[test]
fn the_calls_of_actions_are_found() {
    let calls = read(
        "@get('/a', {retry: 'error', headers: {a: `b`}}); @peek(() => @post(`/b/${$c}`, ...x))",
    )
    .calls;
    let [get, peek, post] = &calls[..] else {
        panic!("three calls, not {calls:?}");
    };
    let headers = Shape::Object(vec![entry("a", text("b"))]);
    let options = vec![entry("retry", text("error")), entry("headers", headers)];
    assert_eq!(get.name, "get");
    assert_eq!(get.arguments, [text("/a"), Shape::Object(options)]);
    assert_eq!(peek.arguments, [Shape::Function]);
    let post_expected = Call {
        name: "post".to_owned(),
        arguments: vec![Shape::Text(None), Shape::Other],
    };
    assert_eq!(*post, post_expected);
}

#[test]
fn a_pattern_is_seen_as_it_is_written() {
    let calls = read("@toggleAll({include: /^is/})").calls;
    let filter = Shape::Object(vec![entry("include", Shape::Pattern("/^is/".to_owned()))]);
    assert_eq!(calls[0].arguments, [filter]);
}

#[test]
fn the_shape_of_a_value_is_seen() {
    let shape = |source: &str| read(source).shape;
    assert_eq!(shape(r"'a\'b\n\x41\u{42}'"), text("a'b\nAB"));
    assert_eq!(shape("`a${1}`"), Shape::Text(None));
    assert_eq!(shape("-1.5"), Shape::Number);
    assert_eq!(shape(" true "), Shape::Bool(true));
    assert_eq!(shape("(null)"), Shape::Null);
    assert_eq!(shape("[1]"), Shape::Array);
    assert_eq!(shape("() => 1"), Shape::Function);
    assert_eq!(shape("$a"), Shape::Other);
    assert_eq!(shape("'a' + 'b'"), Shape::Other);
    assert_eq!(shape("'a'; 'b'"), Shape::Other);
    let inner = Shape::Object(vec![entry("c d", Shape::Number)]);
    let outer = vec![
        entry("a", Shape::Other),
        entry("b", inner),
        entry("f", Shape::Function),
    ];
    assert_eq!(
        shape("{a: $x, b: {'c d': 1}, [e]: 2, ...g, f() {}}"),
        Shape::Object(outer)
    );
}

#[test]
fn a_value_that_is_known_only_later_may_be_anything() {
    for source in [
        "@",
        "@ + 1",
        "1 + @",
        "$a = @; $b = @",
        "$a @ 2",
        "$a @",
        "@ $a",
        "@ @",
        "f(@, @)",
        "f(@ @)",
        "[@]",
        "{a: @}",
        "({@: 1})",
        "({@})",
        "({@, a: 1})",
        "({a: 1 @})",
        "$@ = 1",
        "$a@ = 1",
        "$a.@ = 1",
        "el.@",
        "@.b(1)",
        "@(1)",
        "'@' + `@${@}`",
        "if (@) { @ } else @",
        "@\n$a = 1",
        "@; $a = 1",
        "const @ = 1",
        "(@) => 1",
        "@ => 1",
        "$a ? @ : @",
        "`a@b`",
        "/a@/.test($b)",
    ] {
        let source = source.replace('@', &HOLE.to_string());
        assert_eq!(read(&source).statements, None, "{source}");
    }
}

#[test]
fn a_mistake_beside_a_known_value_is_found() {
    let problem = |source: &str| read(&source.replace('@', &HOLE.to_string())).statements;
    assert_eq!(
        problem("f('a', @").as_deref(),
        Some("`(` is not closed: `('a', (…)`")
    );
    assert!(problem("$n-1 + @").is_some());
    assert_eq!(
        problem("@ + 'a").as_deref(),
        Some("the string `'a` is not closed")
    );
}

#[test]
fn filters_are_objects_of_regular_expressions() {
    for source in [
        r#"{"include":"^a$","exclude":"x"}"#,
        "{include: /^a/}",
        "{include: /^user/, exclude: '(^|[.])_'}",
        "{exclude: new RegExp('a')}",
        "{}",
    ] {
        assert_eq!(filter(source), None, "{source}");
    }
}

#[test]
fn a_wrong_filter_is_called_wrong_in_these_words() {
    for (source, words) in [
        ("'a'", "a filter is an object such as `{include: /^user/}`"),
        (
            "{includes: /a/}",
            "a filter has only `include` and `exclude`, not `includes`",
        ),
        (
            "{include: 1}",
            "`include` is a regular expression such as `/^user/`, or a string",
        ),
        (
            "{include: /a/g}",
            "`include` must not have the flag `g` or `y`, with which it skips matches",
        ),
        (
            "{include: '('}",
            "`(` is not closed in the regular expression `(`",
        ),
        (
            "{include: $a}",
            "a filter is fixed, so it knows no signals and actions: `$a`",
        ),
        ("{include: /a/", "`{` is not closed: `{include: /a/`"),
        ("include: /a/", "`:` cannot follow `include`"),
    ] {
        assert_eq!(filter(source).as_deref(), Some(words), "{source}");
    }
}

/// Random numbers that are the same in every run (xorshift).
struct Dice(u64);

impl Dice {
    fn below(&mut self, end: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 % 0xffff).unwrap_or_default() % end
    }
}

#[test]
fn no_text_makes_the_parser_panic() {
    const PIECES: [&str; 24] = [
        "$a", "@get(", "'", "\"", "`", "${", "}", "{", "(", ")", "[", "]", "/", "\\", ";", "\n",
        "=>", "async ", "let ", "class ", "é", "\u{fffc}", "\u{2028}", "/*",
    ];
    let mut dice = Dice(0x5eed);
    for _ in 0..20_000 {
        let mut source = String::new();
        for _ in 0..dice.below(6) {
            let (whole, ..) = CORPUS[dice.below(CORPUS.len())];
            let mut cut = dice.below(whole.len() + 1);
            while !whole.is_char_boundary(cut) {
                cut -= 1;
            }
            source.push_str(&whole[..cut]);
            source.push_str(PIECES[dice.below(PIECES.len())]);
        }
        let Script { .. } = read(&source);
        filter(&source);
    }
}

#[test]
fn deep_code_does_not_exhaust_the_stack() {
    for piece in [
        "(",
        "[",
        "{a:",
        "!",
        "`${",
        "f(",
        "a=>",
        "a=",
        "a?",
        "new ",
        "let [",
        "a**",
        "if(1)",
        "{",
        "async(",
        "class A{[",
        "({a:[",
    ] {
        read(&piece.repeat(20_000));
    }
    read(&format!("let {}", "[".repeat(20_000)));
    read(&format!("let {}", "{a:".repeat(20_000)));
    assert_eq!(
        read(&format!("{}1{}", "(".repeat(50), ")".repeat(50))).value,
        None
    );
}

#[test]
fn signals_are_read_or_set() {
    let found = |source: &str| {
        let signals = read(source).signals.into_iter();
        let signals = signals.map(|signal| (signal.path, signal.is_set));
        signals.collect::<Vec<_>>()
    };
    let signal = |path: &str, is_set| (path.to_owned(), is_set);
    assert_eq!(
        found("$a.b = $c + '$d'; $e += 1; $f[0] = `$g`"),
        [
            signal("a.b", true),
            signal("c", false),
            signal("e", false),
            signal("f", false)
        ]
    );
    assert_eq!(found("$name.trim() == ''"), [signal("name.trim", false)]);
    assert_eq!(found("({a: 1})"), []);
}
