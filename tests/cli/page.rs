//! A page as a browser reads it, printed so that equal trees are equal texts.

use std::fmt::Write as _;

use scraper::Node;
use starmark::testing::Document;

/// Reads a page, or what stands in an element, and prints its tree.
pub(crate) fn tree(html: &str, within: Option<&str>) -> String {
    let document = match within {
        None => Document::page(html),
        Some(element) => Document::fragment_in(html, element.into()),
    };
    let mut out = String::new();
    let mut stack = vec![(document.tree().tree.root(), 0)];
    while let Some((node, depth)) = stack.pop() {
        print(node.value(), depth, &mut out);
        let is_noscript =
            matches!(node.value(), Node::Element(element) if element.name() == "noscript");
        if is_noscript {
            // Text to a browser with scripts; what matters is what one without reads in it.
            let text: String = node
                .children()
                .filter_map(|child| child.value().as_text().map(|text| text.to_string()))
                .collect();
            out.push_str(&tree(&text, Some("body")));
            continue;
        }
        let children: Vec<_> = node.children().map(|child| (child, depth + 1)).collect();
        stack.extend(children.into_iter().rev());
    }
    out
}

fn print(node: &Node, depth: usize, out: &mut String) {
    let _ = match node {
        Node::Document | Node::Fragment => Ok(()),
        Node::Doctype(doctype) => {
            writeln!(
                out,
                "{depth} doctype {} {} {}",
                doctype.name(),
                doctype.public_id(),
                doctype.system_id()
            )
        }
        Node::Comment(comment) => writeln!(out, "{depth} comment {:?}", &**comment),
        Node::ProcessingInstruction(pi) => {
            writeln!(out, "{depth} instruction {:?} {:?}", pi.target, pi.data)
        }
        Node::Text(text) => writeln!(out, "{depth} text {:?}", &**text),
        Node::Element(element) => {
            let mut attributes: Vec<_> = element.attrs.iter().collect();
            attributes.sort();
            let _ = write!(out, "{depth} {}:{}", element.name.ns, element.name.local);
            for (name, value) in attributes {
                let prefix = name.prefix.as_deref().unwrap_or_default();
                let _ = write!(out, " {prefix}|{}={:?}", name.local, &**value);
            }
            writeln!(out)
        }
    };
}

/// The tree without white space in its texts: what has to be left when what nobody sees is taken out.
pub(crate) fn without_space(tree: &str) -> String {
    let keeps = |line: &str| match line.split_once(" text ") {
        Some((depth, text)) => {
            let text = text
                .replace("\\n", "")
                .replace("\\t", "")
                .replace("\\r", "")
                .replace(' ', "");
            (text != "\"\"").then(|| format!("{depth} text {text}\n"))
        }
        None => Some(format!("{line}\n")),
    };
    tree.lines().filter_map(keeps).collect()
}
