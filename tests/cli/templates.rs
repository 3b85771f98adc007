//! Every template of the repository keeps its tokens and its meaning, and is formatted once and for all.

use std::fs;
use std::path::{Path, PathBuf};

use proc_macro2::{TokenStream, TokenTree};

use crate::command::run;

/// All Rust of the repository, and all Rust in its documentation, formatted twice.
#[test]
fn nothing_but_white_space_changes() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let folder = tempfile::tempdir().expect("a folder");
    let mut sources = Vec::new();
    for path in files(root) {
        let text = fs::read_to_string(&path).expect("a file");
        match path.extension().and_then(|extension| extension.to_str()) {
            Some("rs") => sources.push((path, text)),
            _ => sources.extend(examples(&text).map(|text| (path.clone(), text))),
        }
    }
    let sources: Vec<_> = sources
        .into_iter()
        .filter(|(_, text)| text.contains("html!"))
        .collect();
    let written = |at: usize| folder.path().join(format!("{at}.rs"));
    for (at, (_, text)) in sources.iter().enumerate() {
        fs::write(written(at), text).expect("a copy");
    }
    // Files with mistakes, of which the compile-fail tests are full, are named and left alone.
    run(folder.path(), &["fmt", "--max-width", "100"], "");
    let once: Vec<String> = (0..sources.len())
        .map(|at| fs::read_to_string(written(at)).expect("a copy"))
        .collect();
    run(folder.path(), &["fmt", "--max-width", "100"], "");
    let mut changed = 0;
    for (at, (path, text)) in sources.iter().enumerate() {
        let path = path.display();
        assert_eq!(words(text), words(&once[at]), "{path}: the tokens");
        assert_eq!(
            once[at],
            fs::read_to_string(written(at)).expect("a copy"),
            "{path}: twice is not once"
        );
        changed += usize::from(text != &once[at]);
    }
    assert!(
        sources.len() > 150 && changed > 10,
        "{changed} of {} files changed",
        sources.len()
    );
}

/// Files of Rust and Markdown, but for build results.
fn files(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).expect("a folder") {
        let path = entry.expect("an entry").path();
        let name = path
            .file_name()
            .expect("a name")
            .to_string_lossy()
            .into_owned();
        let is_text = path
            .extension()
            .is_some_and(|extension| extension == "rs" || extension == "md");
        if path.is_dir() && name != "target" && !name.starts_with('.') {
            found.extend(files(&path));
        } else if is_text {
            found.push(path);
        }
    }
    found
}

/// The blocks of Rust in a page of the documentation.
fn examples(text: &str) -> impl Iterator<Item = String> + '_ {
    let blocks = text.split("```rust").skip(1);
    blocks.filter_map(|block| {
        block
            .split_once('\n')?
            .1
            .split_once("\n```")
            .map(|(code, _)| format!("{code}\n"))
    })
}

/// All tokens; a text that has none, such as half a program, is compared as it is.
fn words(source: &str) -> Vec<String> {
    fn push(tokens: TokenStream, words: &mut Vec<String>) {
        for token in tokens {
            match token {
                TokenTree::Group(group) => {
                    words.push(format!("{:?}", group.delimiter()));
                    push(group.stream(), words);
                    words.push("end".to_owned());
                }
                token => words.push(token.to_string()),
            }
        }
    }
    let mut words = Vec::new();
    match source.parse::<TokenStream>() {
        Ok(tokens) => push(tokens, &mut words),
        Err(_) => words.push(source.to_owned()),
    }
    words
}
