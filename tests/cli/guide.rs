//! The guide's page about this program: what it shows is what is printed.

use std::fs;
use std::path::Path;

use crate::command::run;

const PAGE: &str = include_str!("../../docs/guide/tools.md");

/// Every block of `console` is a session, and all of them are in one folder.
///
/// `$ cat FILE` is a file of the reader if it is not there yet, and `$ echo $?` is how the call before it has ended. All other
/// calls are those of the program, with what it prints.
#[test]
fn what_the_guide_shows_is_what_is_printed() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut code = 0;
    let mut calls = 0;
    for session in sessions() {
        for (call, shown) in session {
            let words: Vec<_> = call.split(' ').collect();
            match words[..] {
                ["cat", file] => cat(&folder.path().join(file), shown),
                ["echo", "$?"] => assert_eq!(shown, code.to_string(), "{call}"),
                ["starmark", ref arguments @ ..] => {
                    let output = run(folder.path(), arguments, "");
                    let printed = output.err + &output.out;
                    assert_eq!(printed.trim_end(), shown, "{call}");
                    code = output.code;
                    calls += 1;
                }
                _ => panic!("the guide calls another program: {call}"),
            }
        }
    }
    assert!(calls > 0, "the guide shows no call");
}

/// The calls of each session, with what is shown below them.
fn sessions() -> Vec<Vec<(&'static str, &'static str)>> {
    let blocks = PAGE.split("```console\n$ ").skip(1);
    let session = |block: &'static str| {
        let (session, _) = block.split_once("\n```").expect("the end of the block");
        let calls = session.split("\n$ ");
        calls
            .map(|call| call.split_once('\n').unwrap_or((call, "")))
            .collect()
    };
    blocks.map(session).collect()
}

fn cat(file: &Path, shown: &str) {
    if let Ok(text) = fs::read_to_string(file) {
        assert_eq!(text.trim_end(), shown, "{}", file.display());
        return;
    }
    let parent = file.parent().expect("a folder");
    fs::create_dir_all(parent).expect("a folder");
    fs::write(file, format!("{shown}\n")).expect("a file");
}
