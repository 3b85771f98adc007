//! `starmark fmt`: what it changes, and what it leaves alone.

use std::fs;

use crate::command::{Output, run, run_alone};

/// Formats a text from standard input.
fn format(source: &str) -> Output {
    run_alone(&["fmt", "-"], source)
}

/// A text that becomes another, which stays as it is.
fn assert_becomes(source: &str, expected: &str) {
    let output = format(source);
    assert_eq!((output.code, output.err.as_str()), (0, ""), "{source}");
    assert_eq!(output.out, expected);
    assert_eq!(format(expected).out, expected);
}

#[test]
fn a_template_in_a_function() {
    assert_becomes(
        "fn a() -> Markup {\n    html! {\n  main #b .c   data-x = \"1\"{\n  h1{(t)}\n\n\n\n  br ;@if a{ \"x\" }@else{\n\"y\" } } }\n}\n",
        "fn a() -> Markup {\n    html! {\n        main #b .c data-x=\"1\" {\n            h1 { (t) }\n\n            br;\n            @if a {\n                \"x\"\n            } @else {\n                \"y\"\n            }\n        }\n    }\n}\n",
    );
}

#[test]
fn a_line_that_fits_stays_one() {
    assert_becomes(
        "f(html!{p{\"a\"} (b)br;});\n",
        "f(html! { p { \"a\" } (b) br; });\n"
            .replace("html! {", "html!{")
            .as_str(),
    );
}

#[test]
fn attributes_that_do_not_fit() {
    let word = "x".repeat(36);
    assert_becomes(
        &format!("html! {{ input type=\"{word}\" name=\"{word}\" value=\"{word}\"; }}\n"),
        &format!(
            "html! {{\n    input type=\"{word}\" name=\"{word}\"\n        value=\"{word}\";\n}}\n"
        ),
    );
    assert_becomes(
        &format!("html! {{\n    p type=\"{word}\" name=\"{word}\" {{ \"{word}\" }}\n}}\n"),
        &format!(
            "html! {{\n    p type=\"{word}\" name=\"{word}\" {{\n        \"{word}\"\n    }}\n}}\n"
        ),
    );
}

#[test]
fn comments_stay_where_they_are() {
    assert_becomes(
        "html! { // first\n  // second\n p /* inside */ class=\"a\" // behind\n  { \"x\" } // end\n  /* last */\n}\n",
        "html! { // first\n    // second\n    p /* inside */\n        class=\"a\" // behind\n    {\n        \"x\"\n    } // end\n    /* last */\n}\n",
    );
}

#[test]
fn a_comment_that_has_no_place_keeps_the_file() {
    let output = format("html! {\n    p class= /* why */ \"a\" {}\n}\n");
    assert_eq!((output.code, output.out.as_str()), (2, ""));
    assert_eq!(
        output.err,
        "<stdin>:2:7: error: this comment would be lost; move it to where a node or an attribute can begin\n"
    );
}

#[test]
fn expressions_and_strings_are_copied() {
    assert_becomes(
        "html! {\np data-on:click=js!(\n    a;\n    b\n) { (x . map( |y|\n    y  )) \"a  b\n  c\" }\n}\n",
        "html! {\n    p data-on:click=js!(\n        a;\n        b\n    ) {\n        (x . map( |y|\n            y  ))\n        \"a  b\n  c\"\n    }\n}\n",
    );
}

#[test]
fn match_let_and_loops() {
    assert_becomes(
        "html! {\n@let a=1;\n@match a{1=>\"one\",\n Some(x) if x>2=>{ p{} }\n _=>{}}\n@for (i,x) in xs.iter().enumerate(){ (i)(x) }\n}\n",
        "html! {\n    @let a=1;\n    @match a {\n        1 => \"one\",\n        Some(x) if x>2 => { p {} }\n        _ => {}\n    }\n    @for (i,x) in xs.iter().enumerate() { (i) (x) }\n}\n",
    );
}

#[test]
fn a_template_for_a_buffer_and_one_in_another() {
    assert_becomes(
        "write_html!(out,p{(list(|i|html!{li{(i)}}))});\n",
        "write_html!(out, p { (list(|i|html!{ li { (i) } })) });\n",
    );
    assert_becomes(
        "write_html!(\n  out,\n p{}\n br;\n);\n",
        "write_html!(\n    out,\n    p {}\n    br;\n);\n",
    );
}

#[test]
fn definitions_and_other_macros_are_left_alone() {
    let source = "macro_rules! html { ($($t:tt)*) => { html!{p{}} } }\nmacro_rules! x { () => { html!{ $a  { } } } }\nvec![1,2];\n";
    assert_becomes(source, source);
}

#[test]
fn lines_end_as_they_did() {
    assert_becomes(
        "\u{feff}html! {\r\np{}\r\n}\r\n",
        "\u{feff}html! {\r\n    p {}\r\n}\r\n",
    );
}

#[test]
fn a_mistake_has_its_place_and_keeps_the_file() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("a.rs");
    let source = "fn a() {\n    html! { p   { 'x' } }\n}\n";
    fs::write(&path, source).expect("a file");
    let output = run(folder.path(), &["fmt", "a.rs"], "");
    assert_eq!(output.code, 2);
    assert_eq!(
        output.err,
        "a.rs:2:19: error: text stands in double quotes: `\"x\"`\n"
    );
    assert_eq!(fs::read_to_string(&path).expect("the file"), source);
    let output = run(folder.path(), &["fmt", "-"], "fn a() { html! { \" } }");
    assert_eq!(output.code, 2);
    assert!(output.err.starts_with("<stdin>:1:"), "{}", output.err);
}

#[test]
fn folders_are_searched_and_checked() {
    let folder = tempfile::tempdir().expect("a folder");
    let write = |path: &str, text: &str| {
        let path = folder.path().join(path);
        fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
        fs::write(path, text).expect("a file");
    };
    let read = |path: &str| fs::read_to_string(folder.path().join(path)).expect("a file");
    let untidy = "html!{p{}}\n";
    write("src/a.rs", untidy);
    write("src/b.txt", untidy);
    write("target/c.rs", untidy);
    write("skipped.rs", untidy);
    write(".ignore", "skipped.rs\n");
    let check = run(folder.path(), &["fmt", "--check"], "");
    assert_eq!(check.code, 1, "{}", check.err);
    assert!(
        check.out.contains("-html!{p{}}\n+html!{ p {} }\n"),
        "{}",
        check.out
    );
    assert!(!check.out.contains('\u{1b}'), "no colours in a pipe");
    assert_eq!(read("src/a.rs"), untidy);
    assert_eq!(run(folder.path(), &["fmt"], "").code, 0);
    assert_eq!(read("src/a.rs"), "html!{ p {} }\n");
    for other in ["src/b.txt", "target/c.rs", "skipped.rs"] {
        assert_eq!(read(other), untidy, "{other}");
    }
    let again = run(folder.path(), &["fmt", "--check", "."], "");
    assert_eq!((again.code, again.out.as_str()), (0, ""));
}

#[test]
fn the_width_is_that_of_rustfmt() {
    let folder = tempfile::tempdir().expect("a folder");
    fs::write(
        folder.path().join("rustfmt.toml"),
        "max_width = 20\nhard_tabs = true\n",
    )
    .expect("a file");
    let output = run(
        folder.path(),
        &["fmt", "-"],
        "html! { p { \"one\" } p { \"two\" } }\n",
    );
    assert_eq!(output.out, "html! {\n\tp { \"one\" }\n\tp { \"two\" }\n}\n");
    let output = run(
        folder.path(),
        &["fmt", "--max-width", "80", "-"],
        "html! { p { \"one\" } p { \"two\" } }\n",
    );
    assert_eq!(output.out, "html! { p { \"one\" } p { \"two\" } }\n");
}

#[cfg(unix)]
#[test]
fn permissions_and_links_stay() {
    use std::os::unix::fs::{PermissionsExt as _, symlink};
    let folder = tempfile::tempdir().expect("a folder");
    let (path, link) = (folder.path().join("a.rs"), folder.path().join("b.rs"));
    fs::write(&path, "html! {p{}}\n").expect("a file");
    fs::set_permissions(&path, fs::Permissions::from_mode(0o640)).expect("permissions");
    symlink(&path, &link).expect("a link");
    assert_eq!(run(folder.path(), &["fmt", "b.rs"], "").code, 0);
    assert_eq!(
        fs::read_to_string(&path).expect("the file"),
        "html! { p {} }\n"
    );
    assert_eq!(
        fs::metadata(&path).expect("the file").permissions().mode() & 0o777,
        0o640
    );
    assert!(fs::symlink_metadata(&link).expect("the link").is_symlink());
}
