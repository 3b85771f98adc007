//! The pages of all examples as they are served: there is nothing wrong in them, and they can be converted.

#[path = "../../cli/corpus.rs"]
mod corpus;
#[path = "../../support/package.rs"]
mod package;
#[path = "../../cli/page.rs"]
mod page;
#[path = "../../cli/program.rs"]
mod program;

use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::LazyLock;

use package::{Package, printed};
use program::differences;
use scraper::{Node, Selector};
use serde_json::{Value, json};
use starmark::testing::{Document, Finding, check_page, layout};
use starmark_browser::{Server, command_line, in_browser};

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

static GALLERY: LazyLock<Vec<String>> = LazyLock::new(gallery);

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
    for page in &*GALLERY {
        let title = Document::page(page).text("title");
        let mut findings = check_page(page);
        // One demo has an action of its own, which nobody else can know; one is about an attribute of Datastar Pro.
        let is_meant = |it: &Finding| it.is_advice() || it.message().contains("Datastar Pro");
        findings.retain(|finding| !is_meant(finding));
        assert_eq!(findings, [], "{title}");
    }
}

fn library() -> PathBuf {
    let library = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    library.canonicalize().expect("the library")
}

#[test]
fn the_gallery_converts_to_itself() {
    let pages: Vec<_> = GALLERY.iter().map(|page| (page.as_str(), None)).collect();
    let library = library();
    let package = Package {
        name: "starmark-gallery-converted",
        library: &library,
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

/// Lays out each pair of pages, with the style sheet of the browser and no policy, and answers with the texts that differ on the screen.
const DIFFERENT: &str = "
    const frame = document.body.appendChild(document.createElement('iframe'));
    const text = (html) => {
        const page = new DOMParser().parseFromString(html, 'text/html');
        page.querySelectorAll('style, link, meta').forEach((it) => it.remove());
        const here = frame.contentDocument;
        here.replaceChild(here.adoptNode(page.documentElement), here.documentElement);
        return here.body.innerText;
    };
    return JSON.parse(arguments[0]).map((pair) => pair.map(text)).filter(([all, shown]) => all !== shown);
";

/// A page, and the same without the white space of which `layout` says that it does not show.
fn with_and_without(html: &str) -> [String; 2] {
    let mut tree = Document::page(html).tree().clone();
    let all = tree.html();
    let texts = tree.tree.nodes().filter(|node| node.value().is_text());
    let is_verbatim = |node: &Node| node.as_element().is_some_and(layout::is_verbatim);
    let texts = texts.filter(|text| !text.ancestors().any(|it| is_verbatim(it.value())));
    let shown: Vec<_> = texts.map(|text| (text.id(), layout::text(text))).collect();
    for (id, text) in shown {
        let mut node = tree.tree.get_mut(id).expect("a node of this page");
        if let Node::Text(old) = node.value() {
            old.text = text.unwrap_or_default().into();
        }
    }
    [all, tree.html()]
}

#[test]
fn white_space_that_is_left_out_shows_nowhere() {
    // What each rule is about.
    let mut pages: Vec<String> = [
        "<p>Size <select><option> 1 <option>2</select> cm",
        "<p>a <script>1</script> b <template> x </template> c<style>p{}</style> d <!-- --> e",
        "<p>a <map name=x></map> b <ruby> c <rt> d </rt> </ruby> e <noscript> f </noscript> g",
        "<p>a <button> b </button> c <textarea> d </textarea> e <img> f <input> g <br> h <wbr> i",
        "<p> <b> a </b> <i> </i> <u>b </u> <span></span> c </p> d <div> e </div> f <span> <p> g </p> </span> h",
        "<p>a <svg><text> b <tspan> c </tspan> </text></svg> d <math> <mi> x </mi> </math> e",
        "<p>a <datalist><option> b </datalist> c <audio> d </audio> e <canvas> f </canvas> g <object> h </object> i",
        "<pre> a <b> b </b> </pre> <ul> <li> c </li> <li> d <ul> <li> e </ul> </ul> <dl> <dt> f <dd> g </dl>",
        "<table> <caption> a </caption> <tr> <td> b </td> <td> c <tr> <td> d </table> <details> <summary> e </summary> f </details>",
        "<fieldset> <legend> a </legend> <label> b <input type=checkbox> c </label> <output> d </output> </fieldset>",
    ]
    .map(str::to_owned)
    .into();
    pages.extend(corpus::pages(&library()));
    pages.extend(GALLERY.iter().cloned());
    // The browser takes the text of an option as its label, however it is laid out.
    let in_option = Selector::parse("option *").expect("a selector");
    pages.retain(|page| {
        Document::page(page)
            .tree()
            .select(&in_option)
            .next()
            .is_none()
    });
    let pairs: Vec<_> = pages.iter().map(|page| with_and_without(page)).collect();
    assert!(
        pairs
            .iter()
            .any(|[all, shown]| all.len() > shown.len() + 100)
    );
    in_browser((), |browser, ()| {
        // What is in the pages is asked for, and is not there.
        browser.allow("");
        let page = browser.open("about:blank");
        let different = page.evaluate(DIFFERENT, &[&json!(pairs).to_string()]);
        let different: &Vec<Value> = different.as_array().expect("a list");
        assert!(different.is_empty(), "{different:#?}");
    });
}
