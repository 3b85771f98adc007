//! A page as a browser has read it.

mod source;

use std::borrow::Cow;
use std::cell::{Cell, Ref, RefCell};
use std::collections::HashMap;
use std::fmt;
use std::ops::Range;

use html5ever::interface::create_element;
use html5ever::tendril::StrTendril;
use html5ever::tokenizer::TokenizerOpts;
use html5ever::tree_builder::{
    ElementFlags, NodeOrText, QuirksMode, TreeBuilder, TreeBuilderOpts, TreeSink,
};
use html5ever::{Attribute, LocalName, QualName, local_name, ns};
use scraper::{ElementRef, HtmlTreeSink, Node};

use self::source::Place;

/// A node of a document, with its surroundings.
pub(super) type NodeRef<'a> = ego_tree::NodeRef<'a, Node>;

/// What identifies a node of a document.
pub(super) type NodeId = <HtmlTreeSink as TreeSink>::Handle;

/// A page, or a part of one, read as a browser reads it.
///
/// ```
/// use starmark::testing::Document;
///
/// let page = Document::page("<!doctype html><title>A</title><p>One<p>Two");
/// assert_eq!(page.text("p + p"), "Two");
/// ```
///
/// It follows the [parsing of HTML](https://html.spec.whatwg.org/multipage/parsing.html), which never fails; what was
/// wrong is in [`mistakes`](Self::mistakes).
pub struct Document {
    pub(super) tree: scraper::Html,
    source: Box<str>,
    /// Where each line ends.
    lines: Vec<usize>,
    /// The tags and comments that the nodes come from.
    places: HashMap<NodeId, Range<usize>>,
    mistakes: Vec<(u64, String)>,
}

impl Document {
    /// Reads a whole page.
    pub fn page(html: &str) -> Self {
        let sink = Sink::new(scraper::Html::new_document(), html);
        let place = sink.place.clone();
        let builder = TreeBuilder::new(sink, options());
        source::read(html, builder, TokenizerOpts::default(), place)
    }

    /// Reads a part of a page: what can stand in `<body>`, or the element that an event replaces.
    pub fn fragment(html: &str) -> Self {
        Self::fragment_in(html, local_name!("body"))
    }

    /// Reads what stands in an element of this name, as `innerHTML` is read.
    pub fn fragment_in(html: &str, element: LocalName) -> Self {
        let sink = Sink::new(scraper::Html::new_fragment(), html);
        let place = sink.place.clone();
        let context = create_element(&sink, QualName::new(None, ns!(html), element), Vec::new());
        let builder = TreeBuilder::new_for_fragment(sink, context, None, options());
        let options = TokenizerOpts {
            initial_state: Some(builder.tokenizer_state_for_context_elem(false)),
            ..TokenizerOpts::default()
        };
        source::read(html, builder, options, place)
    }

    /// Whether it is a part of a page, whose outermost element is the parser's.
    pub(super) fn is_part(&self) -> bool {
        matches!(self.tree.tree.root().value(), scraper::Node::Fragment)
    }

    /// The nodes, for tools that read all of them.
    #[doc(hidden)]
    pub fn tree(&self) -> &scraper::Html {
        &self.tree
    }

    /// Reads a whole page, the `head` or `body` of one, or a part of it, whichever the text begins as.
    pub(super) fn read(html: &str) -> Self {
        match Self::first_tag(html).as_str() {
            "!doctype" | "html" => Self::page(html),
            name @ ("body" | "head") => Self::page(html).only(name),
            _ => Self::fragment_in(html, local_name!("template")),
        }
    }

    /// The name of the first tag in small letters, which tells a page from a part of one.
    ///
    /// Comments may stand before it, and the declaration that makes a page XML.
    #[doc(hidden)]
    pub fn first_tag(html: &str) -> String {
        let mut rest = html.trim_start_matches('\u{feff}').trim_start();
        let before = [("<!--", "-->"), ("<?", ">")];
        while let Some((inside, end)) = before
            .iter()
            .find_map(|(begin, end)| Some((rest.strip_prefix(begin)?, end)))
        {
            let after = inside.split_once(end).map_or("", |(_, after)| after);
            rest = after.trim_start();
        }
        let name = rest.strip_prefix('<').unwrap_or_default();
        let is_name = |c: char| c.is_ascii_alphanumeric() || matches!(c, '!' | '-');
        let end = name.find(|c| !is_name(c)).unwrap_or(name.len());
        name[..end].to_ascii_lowercase()
    }

    /// Without all but one element.
    fn only(mut self, name: &str) -> Self {
        let element = self.select(name).next().map(|element| element.id());
        let mut root = self.tree.tree.root_mut();
        while let Some(mut child) = root.first_child() {
            child.detach();
        }
        if let Some(element) = element {
            root.append_id(element);
        }
        self
    }

    /// The nodes that were read, without the element that a part of a page is read in.
    pub(super) fn roots(&self) -> impl Iterator<Item = NodeRef<'_>> {
        self.top().children()
    }

    fn top(&self) -> NodeRef<'_> {
        let root = self.tree.tree.root();
        let context = root.first_child().filter(|_| root.value().is_fragment());
        context.unwrap_or(root)
    }

    /// Puts a text into an element, in place of what is there.
    pub(super) fn set_text(&mut self, node: NodeId, text: &str) {
        let Some(mut node) = self.tree.tree.get_mut(node) else {
            return;
        };
        while let Some(mut child) = node.first_child() {
            child.detach();
        }
        node.append(Node::Text(scraper::node::Text { text: text.into() }));
    }

    /// The line on which an element or comment begins in the source, counted from 1.
    #[doc(hidden)]
    pub fn line(&self, node: NodeId) -> u64 {
        self.line_at(self.tag(node).0)
    }

    /// The line of a byte of the source.
    pub(super) fn line_at(&self, byte: usize) -> u64 {
        self.lines.partition_point(|end| *end < byte) as u64 + 1
    }

    /// The start tag that an element comes from, as it is written, and where it begins. An element that the parser
    /// adds has the tag that made it do so.
    pub(super) fn tag(&self, node: NodeId) -> (usize, &str) {
        let place = self.places.get(&node).cloned().unwrap_or(0..0);
        let tag = self.source.get(place.clone()).unwrap_or_default();
        let text = tag.find('<').unwrap_or(0);
        (place.start + text, &tag[text..])
    }

    /// What a browser repairs without a word, each with its line.
    pub fn mistakes(&self) -> impl Iterator<Item = (u64, &str)> {
        self.mistakes
            .iter()
            .map(|(line, text)| (*line, text.as_str()))
    }

    /// The text of all elements that match a selector, behind each other.
    ///
    /// # Panics
    ///
    /// If it is no selector.
    #[track_caller]
    pub fn text(&self, selector: &str) -> String {
        self.select(selector)
            .flat_map(|element| element.text())
            .collect()
    }

    /// The markup of all elements that match a selector, behind each other.
    ///
    /// ```
    /// use starmark::testing::Document;
    ///
    /// let page = Document::page("<ul><li>One<li>Two</ul>");
    /// assert_eq!(page.html("li + li"), "<li>Two</li>");
    /// ```
    ///
    /// # Panics
    ///
    /// If it is no selector.
    #[track_caller]
    pub fn html(&self, selector: &str) -> String {
        let elements = self.select(selector);
        elements.map(|element| element.html()).collect()
    }

    /// The values of an attribute of all elements that match a selector.
    ///
    /// ```
    /// use starmark::testing::Document;
    ///
    /// let page = Document::page("<nav><a href=/a>A</a><a href=/b>B</a></nav>");
    /// assert_eq!(page.attributes("nav a", "href").collect::<Vec<_>>(), ["/a", "/b"]);
    /// ```
    ///
    /// # Panics
    ///
    /// If it is no selector.
    #[track_caller]
    pub fn attributes(&self, selector: &str, name: &str) -> impl Iterator<Item = &str> {
        let elements = self.select(selector);
        elements.filter_map(move |element| element.value().attr(name))
    }

    /// The elements that match a selector, in the order of the page.
    ///
    /// What is in a `template` is not among them, as for `querySelectorAll` of the
    /// [DOM](https://dom.spec.whatwg.org/#scope-match-a-selectors-string).
    ///
    /// # Panics
    ///
    /// If it is no selector.
    #[track_caller]
    pub(super) fn select(&self, selector: &str) -> impl Iterator<Item = ElementRef<'_>> {
        let parsed = scraper::Selector::parse(selector);
        let parsed = parsed.unwrap_or_else(|error| panic!("`{selector}` is no selector: {error}"));
        self.elements()
            .filter(move |element| parsed.matches(element))
    }

    /// All elements in the order of the page, without those in templates.
    pub(super) fn elements(&self) -> impl Iterator<Item = ElementRef<'_>> {
        let mut next = self.top().first_child();
        std::iter::from_fn(move || {
            let node = next?;
            next = following(node);
            Some(node)
        })
        .filter_map(ElementRef::wrap)
    }
}

/// The node that comes after this one in the order of the page; what is in a template comes nowhere.
fn following(node: NodeRef<'_>) -> Option<NodeRef<'_>> {
    let inside = node
        .first_child()
        .filter(|child| !child.value().is_fragment());
    inside.or_else(|| {
        std::iter::successors(Some(node), ego_tree::NodeRef::parent)
            .find_map(|node| node.next_sibling())
    })
}

impl fmt::Debug for Document {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Document").field(&self.tree.html()).finish()
    }
}

fn options() -> TreeBuilderOpts {
    TreeBuilderOpts {
        // `<noscript>` is text to a browser that runs scripts, and Datastar needs one.
        scripting_enabled: true,
        ..TreeBuilderOpts::default()
    }
}

/// Builds the tree of scraper, and remembers where each node begins.
struct Sink {
    tree: HtmlTreeSink,
    source: Box<str>,
    place: Place,
    line: Cell<u64>,
    places: RefCell<HashMap<NodeId, Range<usize>>>,
    mistakes: RefCell<Vec<(u64, String)>>,
}

impl Sink {
    fn new(html: scraper::Html, source: &str) -> Self {
        Self {
            tree: HtmlTreeSink::new(html),
            source: source.into(),
            place: Place::default(),
            line: Cell::new(1),
            places: RefCell::default(),
            mistakes: RefCell::default(),
        }
    }

    fn remember(&self, node: NodeId) -> NodeId {
        self.places.borrow_mut().insert(node, self.place.get());
        node
    }
}

impl TreeSink for Sink {
    type Output = Document;
    type Handle = NodeId;
    type ElemName<'a> = Ref<'a, QualName>;

    fn finish(self) -> Document {
        Document {
            tree: self.tree.finish(),
            lines: self.source.match_indices('\n').map(|(at, _)| at).collect(),
            source: self.source,
            places: self.places.into_inner(),
            mistakes: self.mistakes.into_inner(),
        }
    }

    fn set_current_line(&self, line: u64) {
        self.line.set(line);
    }

    fn parse_error(&self, message: Cow<'static, str>) {
        let mistake = (self.line.get(), message.into_owned());
        self.mistakes.borrow_mut().push(mistake);
    }

    fn create_element(
        &self,
        name: QualName,
        attributes: Vec<Attribute>,
        flags: ElementFlags,
    ) -> NodeId {
        self.remember(self.tree.create_element(name, attributes, flags))
    }

    fn create_comment(&self, text: StrTendril) -> NodeId {
        self.remember(self.tree.create_comment(text))
    }

    fn create_pi(&self, target: StrTendril, data: StrTendril) -> NodeId {
        self.remember(self.tree.create_pi(target, data))
    }

    fn get_document(&self) -> NodeId {
        self.tree.get_document()
    }

    fn elem_name<'a>(&'a self, target: &'a NodeId) -> Ref<'a, QualName> {
        self.tree.elem_name(target)
    }

    fn append(&self, parent: &NodeId, child: NodeOrText<NodeId>) {
        self.tree.append(parent, child);
    }

    fn append_based_on_parent_node(
        &self,
        element: &NodeId,
        previous: &NodeId,
        child: NodeOrText<NodeId>,
    ) {
        self.tree
            .append_based_on_parent_node(element, previous, child);
    }

    fn append_doctype_to_document(&self, name: StrTendril, public: StrTendril, system: StrTendril) {
        self.tree.append_doctype_to_document(name, public, system);
    }

    fn get_template_contents(&self, target: &NodeId) -> NodeId {
        self.tree.get_template_contents(target)
    }

    fn same_node(&self, one: &NodeId, other: &NodeId) -> bool {
        self.tree.same_node(one, other)
    }

    fn set_quirks_mode(&self, mode: QuirksMode) {
        self.tree.set_quirks_mode(mode);
    }

    fn append_before_sibling(&self, sibling: &NodeId, node: NodeOrText<NodeId>) {
        self.tree.append_before_sibling(sibling, node);
    }

    fn add_attrs_if_missing(&self, target: &NodeId, attributes: Vec<Attribute>) {
        self.tree.add_attrs_if_missing(target, attributes);
    }

    fn remove_from_parent(&self, target: &NodeId) {
        self.tree.remove_from_parent(target);
    }

    fn reparent_children(&self, node: &NodeId, parent: &NodeId) {
        self.tree.reparent_children(node, parent);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn templates_are_not_searched() {
        let page = Document::page("<body><template><b>1</b></template><i>2</i><p><b>3</b>");
        assert_eq!(page.text("b"), "3");
        assert_eq!(page.text("template ~ *"), "23");
    }

    #[test]
    fn elements_know_their_lines() {
        let page = Document::page("<!doctype html>\n<p>One\n<p>\nTwo");
        let lines: Vec<_> = page
            .tree
            .tree
            .nodes()
            .filter(|node| matches!(node.value(), Node::Element(element) if element.name() == "p"))
            .map(|node| page.line(node.id()))
            .collect();
        assert_eq!(lines, [2, 3]);
    }

    #[test]
    fn elements_know_their_tags_as_they_are_written() {
        for source in [
            "<!doctype html>\r\n<p title='<b>'>One &amp; < two\n<I\n data-signals:fooBar=\"1\">&notit;</i>",
            "\u{feff}<!doctype html><p title='<b>'><script>1 < 2</script><I\n data-signals:fooBar=\"1\">",
        ] {
            let page = Document::page(source);
            let tag = |name: &str| {
                let mut nodes = page.tree.tree.nodes();
                let node = nodes.find(
                    |node| matches!(node.value(), Node::Element(element) if element.name() == name),
                );
                page.tag(node.expect("an element").id())
            };
            assert_eq!(tag("p").1, "<p title='<b>'>");
            let (start, text) = tag("i");
            assert_eq!(text, "<I\n data-signals:fooBar=\"1\">");
            assert_eq!(source[start..].find(text), Some(0));
        }
    }
}
