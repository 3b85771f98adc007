//! Operands: names, literals, brackets, and what may follow them directly.

use super::literal::cook;
use super::node::{Form, List, Node};
use super::parser::Parser;
use super::token::{Kind, Token, is_reserved};
use super::wording::{Read, Stop, problem, quote};
use super::{Call, Shape};

impl Parser<'_> {
    /// An operand with its members and calls.
    pub(super) fn accessed(&mut self) -> Read<Node> {
        let node = if self.at_word("new") {
            self.created()?
        } else {
            self.operand()?
        };
        self.suffixes(node, true)
    }

    fn suffixes(&mut self, mut node: Node, calls: bool) -> Read<Node> {
        let mut optional = false;
        while self.token.kind == Kind::Mark && node.form != Form::Arrow {
            let form = match self.word() {
                "." | "[" => Form::Place,
                "?." if calls => Form::Other,
                "(" if calls => Form::Call,
                "`" => Form::Call,
                _ => break,
            };
            self.settle(&node)?;
            if node.form == Form::Name {
                self.base(node.start);
            }
            optional |= self.at("?.");
            self.suffix()?;
            let form = if optional { Form::Other } else { form };
            node = Node::new(node.start, form, Shape::Other);
        }
        Ok(node)
    }

    fn suffix(&mut self) -> Read<()> {
        if self.at("?.") {
            self.bump()?;
            if !self.at_any(&["(", "[", "`"]) {
                return self.member();
            }
        }
        match self.word() {
            "." => {
                self.bump()?;
                self.member()
            }
            "[" => {
                self.open()?;
                self.enclosed()?;
                self.close("]")
            }
            "(" => {
                self.open()?;
                self.arguments().map(drop)
            }
            _ => self.template().map(drop),
        }
    }

    /// The name behind a dot.
    fn member(&mut self) -> Read<()> {
        match self.token.kind {
            Kind::Private if self.classes == 0 => self.private().map(drop),
            Kind::Name | Kind::Private | Kind::Hole => self.bump().map(drop),
            Kind::Signal => problem(format!(
                "behind a `.` stands a name without `$`, not {}; for a name in a signal write `[…]`",
                quote(self.word())
            )),
            _ => self.no_member(),
        }
    }

    fn no_member(&mut self) -> Read<()> {
        if self.near_hole() {
            return Err(Stop::Unknown);
        }
        problem(format!("a name is missing behind {}", self.last_word()))
    }

    /// `new a.b(c)`
    fn created(&mut self) -> Read<Node> {
        let start = self.bump()?.start;
        if self.take(".")? {
            if !self.at_word("target") {
                return problem("behind `new.` stands only `target`");
            }
            self.bump()?;
            return Ok(Node::other(start));
        }
        let class = if self.at_word("new") {
            self.nested(Self::created)?
        } else {
            self.operand()?
        };
        if class.form == Form::Name {
            self.base(class.start);
        }
        let class = self.suffixes(class, false)?;
        self.settle(&class)?;
        if self.at("(") {
            self.open()?;
            self.arguments()?;
        }
        Ok(Node::other(start))
    }

    fn operand(&mut self) -> Read<Node> {
        let start = self.token.start;
        let literal = |form, shape| Ok(Node::new(start, form, shape));
        match self.token.kind {
            Kind::End => self.no_operand(),
            Kind::Name => self.named(),
            Kind::Private => self.private(),
            Kind::Signal => self.signal(),
            Kind::Action => self.action(),
            Kind::Number => {
                self.bump()?;
                literal(Form::Other, Shape::Number)
            }
            Kind::Text => {
                let token = self.bump()?;
                literal(
                    Form::Other,
                    Shape::Text(Some(cook(self.lexer.slice(token)))),
                )
            }
            Kind::Hole => {
                self.bump()?;
                literal(Form::Hole, Shape::Other)
            }
            Kind::Mark => self.marked(),
        }
    }

    /// `#name in object`
    fn private(&mut self) -> Read<Node> {
        if self.classes == 0 || !self.peek_word_is("in") {
            return problem(format!("{} has no meaning here", quote(self.word())));
        }
        let start = self.bump()?.start;
        Ok(Node::other(start))
    }

    fn peek_word_is(&mut self, word: &str) -> bool {
        self.peek()
            .is_some_and(|token| self.lexer.slice(token) == word)
    }

    fn marked(&mut self) -> Read<Node> {
        match self.word() {
            "(" => self.group(),
            "[" => self.array(),
            "{" => self.object(),
            "`" => self.template(),
            "/" | "/=" => {
                self.token = self.lexer.pattern(self.token)?;
                let token = self.bump()?;
                let shape = Shape::Pattern(self.lexer.slice(token).to_owned());
                Ok(Node::new(token.start, Form::Other, shape))
            }
            _ => self.no_operand(),
        }
    }

    fn signal(&mut self) -> Read<Node> {
        let (start, name) = (self.token.start, &self.word()[1..]);
        if name.contains('-') {
            return problem(hyphenated(name));
        }
        self.bump()?;
        Ok(Node::new(start, Form::Place, Shape::Other))
    }

    fn action(&mut self) -> Read<Node> {
        let token = self.open()?;
        let name = self.lexer.slice(token);
        let index = self.found.calls.len();
        self.found.calls.push(Call {
            name: name[1..name.len() - 1].to_owned(),
            arguments: Vec::new(),
        });
        let (_, shapes) = self.arguments()?;
        self.found.calls[index].arguments = shapes;
        Ok(Node::new(token.start, Form::Call, Shape::Other))
    }

    /// What stands between `(` and `)`, and the `)`.
    pub(super) fn arguments(&mut self) -> Read<(List, Vec<Shape>)> {
        let no_in = std::mem::replace(&mut self.no_in, false);
        let (mut list, mut shapes) = (List::new(), Vec::new());
        while !self.at(")") {
            let spread = self.take("...")?;
            let node = self.list_item()?;
            list.add(&node);
            shapes.push(if spread { Shape::Other } else { node.shape });
            if !self.take(",")? {
                break;
            }
        }
        self.no_in = no_in;
        self.close(")")?;
        if !self.at("=>")
            && let Some(start) = list.pending
        {
            self.settle(&Node {
                pending: Some(start),
                ..Node::other(start)
            })?;
        }
        Ok((list, shapes))
    }

    fn named(&mut self) -> Read<Node> {
        let start = self.token.start;
        let constant = match self.word() {
            "function" => return self.function_expression(start, false),
            "class" => return self.class(),
            "async" => return self.asynchronous(),
            "import" => return self.imported(),
            "true" => Shape::Bool(true),
            "false" => Shape::Bool(false),
            "null" => Shape::Null,
            "super" if self.methods == 0 => {
                return problem("`super` works only inside of a method");
            }
            "this" | "super" => Shape::Other,
            word if is_reserved(word) => return self.no_operand(),
            _ => return self.name(),
        };
        self.bump()?;
        Ok(Node::new(start, Form::Other, constant))
    }

    pub(super) fn name(&mut self) -> Read<Node> {
        let token = self.bump()?;
        self.reads(token);
        Ok(self.name_node(token))
    }

    pub(super) fn name_node(&self, token: Token) -> Node {
        Node {
            names: vec![self.lexer.slice(token).to_owned()],
            ..Node::new(token.start, Form::Name, Shape::Other)
        }
    }

    /// Of `import` only the call works outside of modules.
    fn imported(&mut self) -> Read<Node> {
        if !self.peek_is("(") {
            return problem("`import` works here only as a call, `import('/module.js')`");
        }
        let start = self.bump()?.start;
        Ok(Node::other(start))
    }

    /// A template, from the first back-tick on.
    pub(super) fn template(&mut self) -> Read<Node> {
        let token = self.token;
        let mut plain = true;
        while self.lexer.template(token.start)? {
            plain = false;
            self.open.push(Token {
                start: self.lexer.at - 1,
                end: self.lexer.at,
                ..token
            });
            self.before = Some(Token {
                start: self.lexer.at - 2,
                end: self.lexer.at,
                ..token
            });
            self.token = self.lexer.next()?;
            self.enclosed()?;
            if !self.at("}") {
                return self.unexpected();
            }
            self.open.pop();
            self.lexer.at = self.token.end;
        }
        let code = &self.lexer.code[token.start..self.lexer.at];
        let text = (plain && !code.contains('\\')).then(|| cook(code));
        self.before = Some(Token {
            end: self.lexer.at,
            kind: Kind::Text,
            ..token
        });
        self.token = self.lexer.next()?;
        Ok(Node::new(token.start, Form::Other, Shape::Text(text)))
    }

    fn array(&mut self) -> Read<Node> {
        let start = self.open()?.start;
        let no_in = std::mem::replace(&mut self.no_in, false);
        let mut list = List::new();
        while !self.at("]") {
            if self.take(",")? {
                continue;
            }
            let spread = self.take("...")?;
            let node = self.list_item()?;
            list.add(&node);
            if !self.at("]") {
                if !self.at(",") {
                    return self.unexpected();
                }
                self.bump()?;
                // A rest is the last of a pattern.
                list.target &= !spread;
                list.binding &= !spread;
            }
        }
        self.no_in = no_in;
        self.close("]")?;
        Ok(list.into_node(start, Shape::Array))
    }

    /// `(a)`, or the parameters of an arrow function.
    fn group(&mut self) -> Read<Node> {
        let start = self.open()?.start;
        let no_in = std::mem::replace(&mut self.no_in, false);
        let (mut list, mut nodes) = (List::new(), Vec::new());
        let (mut rest, mut ended) = (false, false);
        while !self.at(")") && !rest {
            rest = self.take("...")?;
            let node = self.list_item()?;
            list.add(&node);
            nodes.push(node);
            ended = !self.at(",");
            if ended {
                break;
            }
            self.bump()?;
        }
        self.no_in = no_in;
        if self.at(")") && (rest || !ended) && !self.peek_is("=>") {
            return self.no_group(start, rest);
        }
        self.close(")")?;
        if !self.at("=>")
            && let Some(node) = nodes.iter().find(|node| node.pending.is_some())
        {
            self.settle(node)?;
        }
        let place = matches!(&nodes[..], [node] if node.is_place());
        let shape = match nodes.pop() {
            Some(node) if nodes.is_empty() => node.shape,
            _ => Shape::Other,
        };
        let form = Form::Group {
            place,
            binding: list.binding,
        };
        Ok(Node {
            names: list.names,
            ..Node::new(start, form, shape)
        })
    }

    /// `()`, `(a,)` and `(...a)` are parameters, and nothing else.
    fn no_group<T>(&mut self, start: usize, rest: bool) -> Read<T> {
        if !rest || self.near_hole() {
            return self.no_operand();
        }
        let code = quote(&self.lexer.code[start..self.token.end]);
        problem(format!(
            "{code} can only be parameters of a function, with `=>` behind it"
        ))
    }
}

/// `$n-1`: what the client makes of it, and the two ways to say what was meant.
fn hyphenated(name: &str) -> String {
    let (left, right) = name.split_once('-').unwrap_or((name, ""));
    let right = right.split(['-', '.']).next().unwrap_or_default();
    let place: String = name.split('.').enumerate().map(access).collect();
    format!(
        "`${name}` is read as ONE signal called `{name}`; write `${left} - {right}` to subtract, or `${place}` for a signal of that name"
    )
}

/// A part of a signal's name as JavaScript reads it.
fn access((index, part): (usize, &str)) -> String {
    if part.contains('-') {
        format!("['{part}']")
    } else if index == 0 {
        part.to_owned()
    } else {
        format!(".{part}")
    }
}
