//! The pages that every library compiles: trees of elements, all different, and the same in every run.
//!
//! A page is about 30 lines: 20 elements with 40 attributes, a third of the values known at run time, a loop and a
//! condition. Four of five pages hold another one, so that there are chains of five. Only what all libraries can say
//! is in them, and nothing that two of them would escape in different ways.

/// What a page is made of.
pub(crate) enum Node {
    Element(Element),
    Text(String),
    /// The value of an expression.
    Splice(&'static str),
    /// What stands there if `late` holds, and what if not.
    If(Vec<Node>, Vec<Node>),
    /// One turn for each of `items`, with `id` and `name`.
    For(Vec<Node>),
    /// Another page.
    Page(usize),
}

pub(crate) struct Element {
    pub(crate) tag: &'static str,
    pub(crate) attributes: Vec<(&'static str, Value)>,
    /// Void elements have none.
    pub(crate) children: Option<Vec<Node>>,
}

/// The value of an attribute.
pub(crate) enum Value {
    Text(String),
    Splice(&'static str),
    /// A text with an expression behind it.
    Joined(String, &'static str),
    /// The attribute stands there if `late` holds.
    Toggle,
}

/// How many pages are in a chain.
const CHAIN: usize = 5;

const WORDS: [&str; 32] = [
    "amber", "basin", "cedar", "delta", "ember", "fjord", "grove", "heath", "islet", "jetty",
    "knoll", "ledge", "marsh", "north", "ocean", "pearl", "quarry", "ridge", "slope", "tundra",
    "upland", "valley", "willow", "yonder", "zenith", "arch", "brook", "cliff", "dune", "estuary",
    "field", "glade",
];

/// All pages; `edition` is a word in one of them, for whoever wants to change one.
pub(crate) fn all(count: usize, edition: usize) -> Vec<Vec<Node>> {
    let page = |index| {
        let mut words = Words(index as u64 + 1);
        let edition = if index == count / 2 { edition } else { 0 };
        let mut children = vec![
            words.header(index, edition),
            words.form(index),
            words.choice(),
        ];
        let order = words.next() % 3;
        let mut rest = [words.list(), words.table(), words.aside()];
        rest.rotate_left(order);
        children.extend(rest);
        if index % CHAIN < CHAIN - 1 && index + 1 < count {
            children.push(Node::Page(index + 1));
        }
        let class = text(words.word());
        let id = text(format!("page-{index}"));
        vec![element(
            "section",
            vec![("class", class), ("id", id), ("lang", text("en"))],
            children,
        )]
    };
    (0..count).map(page).collect()
}

fn text(text: impl Into<String>) -> Value {
    Value::Text(text.into())
}

fn element(tag: &'static str, attributes: Vec<(&'static str, Value)>, children: Vec<Node>) -> Node {
    Node::Element(Element {
        tag,
        attributes,
        children: Some(children),
    })
}

fn void(tag: &'static str, attributes: Vec<(&'static str, Value)>) -> Node {
    Node::Element(Element {
        tag,
        attributes,
        children: None,
    })
}

/// Words in an order that depends on the page alone.
struct Words(u64);

impl Words {
    fn next(&mut self) -> usize {
        // Knuth's generator; its upper bits are good enough for words.
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 40).unwrap_or(0)
    }

    fn word(&mut self) -> &'static str {
        WORDS[self.next() % WORDS.len()]
    }

    fn words(&mut self) -> String {
        [self.word(), self.word(), self.word()].join(" ")
    }

    fn header(&mut self, index: usize, edition: usize) -> Node {
        let link = vec![
            ("class", text("link")),
            ("href", text(format!("/{}/{index}", self.word()))),
            ("title", Value::Splice("title")),
        ];
        let image = vec![
            ("src", text(format!("/static/{}.png", self.word()))),
            ("alt", Value::Splice("title")),
            ("width", text("20")),
            ("height", text("20")),
        ];
        let heading = vec![
            Node::Splice("title"),
            Node::Text(format!(" {} edition {edition}", self.word())),
        ];
        let children = vec![
            element("h2", vec![("class", text(self.word()))], heading),
            element("a", link, vec![Node::Text(self.words())]),
            void("img", image),
        ];
        element("header", vec![("class", text("bar"))], children)
    }

    fn form(&mut self, index: usize) -> Node {
        let signal = self.word();
        let field = vec![
            ("id", text(format!("{signal}-{index}"))),
            ("type", text("text")),
            ("name", text(signal)),
            ("value", Value::Splice("title")),
            ("data-bind", text(signal)),
        ];
        let choice = vec![
            ("type", text("checkbox")),
            ("name", text(self.word())),
            ("checked", Value::Toggle),
        ];
        let button = vec![
            ("class", text("primary")),
            ("type", text("submit")),
            (
                "data-on:click__prevent",
                text(format!("@post('/{}/{index}')", self.word())),
            ),
            ("data-attr:disabled", text(format!("${signal} == ''"))),
        ];
        let label = vec![("for", text(format!("{signal}-{index}")))];
        let children = vec![
            element("label", label, vec![Node::Text(self.words())]),
            void("input", field),
            void("input", choice),
            element("button", button, vec![Node::Text(self.word().to_owned())]),
        ];
        let action = Value::Joined(format!("/{}/", self.word()), "title");
        element(
            "form",
            vec![("method", text("post")), ("action", action)],
            children,
        )
    }

    fn choice(&mut self) -> Node {
        let late = element(
            "p",
            vec![("class", text(self.word()))],
            vec![Node::Text(self.words())],
        );
        let early = vec![Node::Text(self.words()), Node::Splice("title")];
        let early = element("p", vec![("title", Value::Splice("title"))], early);
        Node::If(vec![late], vec![early])
    }

    fn list(&mut self) -> Node {
        let link = vec![("href", Value::Joined(format!("/{}/", self.word()), "id"))];
        let button = vec![
            ("type", text("button")),
            ("data-on:click", text(format!("${} = el.id", self.word()))),
            ("data-class:on", text(format!("${} == el.id", self.word()))),
        ];
        let item = vec![
            ("class", text(self.word())),
            ("id", Value::Joined("item-".to_owned(), "id")),
            ("hidden", Value::Toggle),
        ];
        let children = vec![
            element("a", link, vec![Node::Splice("name")]),
            element("button", button, vec![Node::Text(self.word().to_owned())]),
        ];
        let items = Node::For(vec![element("li", item, children)]);
        element("ul", vec![("class", text("list"))], vec![items])
    }

    fn table(&mut self) -> Node {
        let head = |word: &str| {
            element(
                "th",
                vec![("scope", text("col"))],
                vec![Node::Text(word.to_owned())],
            )
        };
        let row = element("tr", Vec::new(), vec![head(self.word()), head(self.word())]);
        element("table", vec![("class", text(self.word()))], vec![row])
    }

    fn aside(&mut self) -> Node {
        let small = vec![Node::Text(self.words()), Node::Splice("title")];
        let show = vec![
            ("class", text(self.word())),
            ("data-show", text(format!("${}", self.word()))),
        ];
        element("aside", show, vec![element("small", Vec::new(), small)])
    }
}
