//! The pages of all examples as they are served: there is nothing wrong in them, and they can be converted.

#[path = "../../support/package.rs"]
mod package;
#[path = "../../cli/page.rs"]
mod page;
#[path = "../../cli/program.rs"]
mod program;

use std::path::Path;
use std::process::Command;

use package::{Package, printed};
use program::differences;
use starmark::testing::{Document, Finding, check_page};
use starmark_browser::{Server, command_line};

const EXAMPLES: [&str; 9] = [
    "board", "chat", "counter", "form", "kanban", "progress", "sign_in", "storage", "todo",
];

#[test]
fn the_examples_have_no_mistakes() {
    for example in EXAMPLES {
        let server = Server::example(example);
        let page = server.get("/");
        assert!(page.contains("datastar"), "{example} has no page: {page}");
        assert_eq!(check_page(&page), [], "{example}");
    }
}

/// The gallery's pages, by the links of its sidebar.
fn gallery() -> Vec<String> {
    let server = Server::example("gallery");
    let home = server.get("/");
    let links = Document::page(&home);
    let mut pages: Vec<_> = links
        .attributes("nav a", "href")
        .map(|path| server.get(path))
        .collect();
    assert!(pages.len() >= 28, "{} pages", pages.len());
    pages.push(home);
    pages
}

#[test]
fn the_gallery_has_no_mistakes() {
    for page in gallery() {
        let title = Document::page(&page).text("title");
        let mut findings = check_page(&page);
        // One demo has an action of its own, which nobody else can know; one is about an attribute of Datastar Pro.
        let is_meant = |it: &Finding| it.is_advice() || it.message().contains("Datastar Pro");
        findings.retain(|finding| !is_meant(finding));
        assert_eq!(findings, [], "{title}");
    }
}

#[test]
fn the_gallery_converts_to_itself() {
    let pages = gallery();
    let pages: Vec<_> = pages.iter().map(|page| (page.as_str(), None)).collect();
    let library = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let package = Package {
        name: "starmark-gallery-converted",
        library: &library.canonicalize().expect("the library"),
        // As the command line is built with it: one demo is about it.
        features: &["json", "pro"],
        manifest: "",
        is_apart: false,
    };
    let differences = differences(&package, &pages, |folder, arguments| {
        let mut convert = Command::new(command_line());
        printed(convert.current_dir(folder).args(arguments))
    });
    assert!(differences.is_empty(), "{}", differences.join("\n\n"));
}
