//! The guide as a whole: its chapters, links, and what it quotes.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use pulldown_cmark::{CodeBlockKind, Event, Options, Parser, Tag, TagEnd};
use starmark_guide::CHAPTERS;

fn root() -> PathBuf {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    root.canonicalize().expect("the repository")
}

/// All files below a folder with one of these endings.
fn files(folder: &Path, endings: &[&str]) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).expect("a folder").flatten();
    let paths = entries.map(|entry| entry.path());
    let files = paths.flat_map(|path| {
        if path.is_dir() {
            return files(&path, endings);
        }
        let ending = path.extension().unwrap_or_default();
        let is_meant = endings.iter().any(|it| ending == *it);
        if is_meant { vec![path] } else { Vec::new() }
    });
    files.collect()
}

fn read(path: &Path) -> String {
    fs::read_to_string(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

/// The chapters, as paths in `docs/`, with their text.
fn documents() -> Vec<(String, String)> {
    let docs = root().join("docs");
    let name = |path: &Path| {
        path.strip_prefix(&docs)
            .expect("in docs/")
            .display()
            .to_string()
    };
    let paths = files(&docs, &["md"]);
    paths.iter().map(|path| (name(path), read(path))).collect()
}

fn events(text: &str) -> Parser<'_> {
    Parser::new_ext(text, Options::ENABLE_TABLES)
}

/// The addresses that a text links to.
fn links(text: &str) -> Vec<String> {
    let address = |event| match event {
        Event::Start(Tag::Link { dest_url, .. } | Tag::Image { dest_url, .. }) => {
            Some(dest_url.into_string())
        }
        _ => None,
    };
    events(text).filter_map(address).collect()
}

/// The blocks of code: what stands behind the fence, and the code.
fn blocks(text: &str) -> Vec<(String, String)> {
    let mut blocks = Vec::new();
    let mut open = None;
    for event in events(text) {
        match event {
            Event::Start(Tag::CodeBlock(CodeBlockKind::Fenced(info))) => {
                open = Some((info.into_string(), String::new()));
            }
            Event::Text(text) => {
                if let Some((_, code)) = &mut open {
                    code.push_str(&text);
                }
            }
            Event::End(TagEnd::CodeBlock) => blocks.extend(open.take()),
            _ => {}
        }
    }
    blocks
}

/// The anchors of headings, as they are made of their text.
fn anchors(text: &str) -> BTreeSet<String> {
    let mut anchors = BTreeSet::new();
    let mut heading = None;
    for event in events(text) {
        match event {
            Event::Start(Tag::Heading { .. }) => heading = Some(String::new()),
            Event::Text(text) | Event::Code(text) => {
                if let Some(heading) = &mut heading {
                    heading.push_str(&text);
                }
            }
            Event::End(TagEnd::Heading(_)) => {
                anchors.extend(heading.take().as_deref().map(anchor));
            }
            _ => {}
        }
    }
    anchors
}

fn anchor(heading: &str) -> String {
    let kept = |c: char| match c {
        ' ' => Some('-'),
        '-' | '_' => Some(c),
        _ => Some(c.to_ascii_lowercase()).filter(|c| c.is_alphanumeric()),
    };
    heading.chars().filter_map(kept).collect()
}

#[test]
fn every_chapter_is_in_the_summary() {
    let summary: BTreeSet<_> = links(&read(&root().join("docs/SUMMARY.md")))
        .into_iter()
        .collect();
    let mut chapters: BTreeSet<_> = documents().into_iter().map(|(name, _)| name).collect();
    chapters.remove("SUMMARY.md");
    assert_eq!(summary, chapters);
}

#[test]
fn the_code_of_every_chapter_is_run() {
    let is_code = |(info, _): &(String, String)| info.starts_with("rust");
    for (name, text) in documents() {
        // The frameworks have a package of their own.
        if name != "frameworks.md" && name != "live.md" && blocks(&text).iter().any(is_code) {
            assert!(CHAPTERS.contains(&&*name), "no test has the code of {name}");
        }
    }
    for chapter in CHAPTERS {
        assert!(
            root().join("docs").join(chapter).exists(),
            "there is no {chapter}"
        );
    }
}

#[test]
fn the_requests_of_every_chapter_are_made() {
    for (name, text) in documents() {
        let shows = blocks(&text).iter().any(|(info, _)| info == "http");
        let chapter = name.trim_start_matches("guide/").trim_end_matches(".md");
        let makes = text.contains(&format!("starmark_guide::wire(\"{chapter}\", "));
        assert_eq!(shows, makes, "{name}");
    }
}

#[test]
fn every_link_leads_somewhere() {
    let docs = root().join("docs");
    for (name, text) in documents() {
        for link in links(&text) {
            if link.starts_with("https://") {
                continue;
            }
            let (file, anchor) = link.split_once('#').unwrap_or((&link, ""));
            let from = docs.join(&name);
            let to = match file {
                "" => from.clone(),
                file => from.with_file_name("").join(file),
            };
            assert!(to.exists(), "{name} links to {link}, which is not there");
            let is_there = anchor.is_empty() || anchors(&read(&to)).contains(anchor);
            assert!(
                is_there,
                "{name} links to {link}, and there is no such heading"
            );
        }
    }
}

#[test]
fn every_demo_of_the_gallery_is_in_the_cookbook() {
    let in_cookbook = |name: &str| name.starts_with("guide/cookbook/");
    let pages = documents()
        .into_iter()
        .filter(|(name, _)| in_cookbook(name));
    let links: BTreeSet<_> = pages.flat_map(|(_, text)| links(&text)).collect();
    let root = root();
    for demo in files(&root.join("examples/gallery/demos"), &["rs"]) {
        let demo = demo.strip_prefix(&root).expect("in the repository");
        let link = format!("../../../{}", demo.display());
        assert!(links.contains(&link), "no recipe links to {link}");
    }
}

#[test]
fn what_the_compiler_is_quoted_with_is_what_it_says() {
    let messages = files(&root().join("tests/ui"), &["stderr"]);
    let messages: String = messages.iter().map(|path| read(path)).collect();
    // rustc writes the whole path where some crate of the build has another type of that name.
    let messages = messages.replace("std::string::String", "String");
    let messages = messages.replace("starmark::data::Content", "Content");
    for (name, text) in documents() {
        for (info, block) in blocks(&text) {
            let errors = block.lines().filter(|line| line.starts_with("error"));
            for error in errors.filter(|_| info == "text") {
                assert!(
                    messages.contains(error),
                    "{name}: rustc does not say: {error}"
                );
            }
        }
    }
}
