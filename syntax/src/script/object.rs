//! Objects and classes.

use super::literal::cook;
use super::node::{Form, List, Node};
use super::parser::{Function, Parser};
use super::token::{Kind, Token, is_reserved};
use super::wording::{Read, problem, quote};
use super::{Entry, Shape};

/// What stands before the name of a property.
#[derive(Clone, Copy, Default)]
struct Modifiers {
    asynchronous: bool,
    generator: bool,
    accessor: bool,
}

impl Parser<'_> {
    pub(super) fn object(&mut self) -> Read<Node> {
        let start = self.open()?.start;
        let no_in = std::mem::replace(&mut self.no_in, false);
        let (mut list, mut entries) = (List::new(), Vec::new());
        while !self.at("}") {
            if self.take("...")? {
                let node = self.list_item()?;
                list.add(&node);
            } else {
                self.property(&mut list, &mut entries)?;
            }
            if self.token.kind == Kind::Hole {
                self.bump()?;
            }
            if !self.take(",")? {
                break;
            }
        }
        self.no_in = no_in;
        self.close("}")?;
        Ok(list.into_node(start, Shape::Object(entries)))
    }

    fn property(&mut self, list: &mut List, entries: &mut Vec<Entry>) -> Read<()> {
        let modifiers = self.modifiers(&[":", ",", "(", "}", "="])?;
        let token = self.token;
        let key = self.key()?;
        let value = if self.at("(") {
            self.method(modifiers)?;
            list.target = false;
            list.binding = false;
            if modifiers.accessor {
                Shape::Other
            } else {
                Shape::Function
            }
        } else if self.take(":")? {
            let node = self.list_item()?;
            list.add(&node);
            node.shape
        } else {
            self.shorthand(token, list)?;
            Shape::Other
        };
        entries.extend(key.map(|key| Entry { key, value }));
        Ok(())
    }

    /// `{a}`, or `{a = 1}` in a pattern.
    fn shorthand(&mut self, token: Token, list: &mut List) -> Read<()> {
        if token.kind == Kind::Hole {
            return Ok(());
        }
        let word = self.lexer.slice(token);
        if token.kind != Kind::Name || is_reserved(word) {
            return self.no_colon(token);
        }
        if self.at("-") {
            return self.hyphen_in_key(token);
        }
        self.reads(token);
        let node = self.name_node(token);
        list.add(&node);
        if self.take("=")? {
            list.pending = list.pending.or(Some(token.start));
            self.assignment()?;
        }
        Ok(())
    }

    fn no_colon<T>(&mut self, token: Token) -> Read<T> {
        if self.near_hole() || self.is_end() {
            return self.unexpected();
        }
        problem(format!(
            "`:` and a value are missing after the key {}",
            quote(self.lexer.slice(token))
        ))
    }

    fn hyphen_in_key<T>(&self, token: Token) -> Read<T> {
        let code = &self.lexer.code[token.start..];
        let ends = |c: char| !c.is_alphanumeric() && !matches!(c, '-' | '_');
        let key = &code[..code.find(ends).unwrap_or(code.len())];
        problem(format!(
            "a key with a hyphen stands in quotes: write {}",
            quote(&format!("'{key}': …"))
        ))
    }

    /// `async`, `get`, `set` and `*`, unless they are the name itself.
    fn modifiers(&mut self, ends: &[&str]) -> Read<Modifiers> {
        let mut modifiers = Modifiers::default();
        while self.token.kind == Kind::Name && matches!(self.word(), "async" | "get" | "set") {
            let ended = self.peek().is_none_or(|next| {
                next.kind == Kind::End
                    || next.kind == Kind::Mark && ends.contains(&self.lexer.slice(next))
            });
            if ended {
                return Ok(modifiers);
            }
            modifiers.asynchronous |= self.at_word("async");
            modifiers.accessor |= !self.at_word("async");
            self.bump()?;
        }
        modifiers.generator = self.take("*")?;
        Ok(modifiers)
    }

    /// The key of a property, if it is known.
    pub(super) fn key(&mut self) -> Read<Option<String>> {
        let word = self.word();
        let key = match self.token.kind {
            Kind::Name | Kind::Number | Kind::Private => Some(word.to_owned()),
            Kind::Text => Some(cook(word)),
            Kind::Hole => None,
            Kind::Signal => return self.signal_as_key(),
            Kind::Mark if word == "[" => {
                self.open()?;
                self.enclosed()?;
                self.close("]")?;
                return Ok(None);
            }
            _ => return self.no_key(),
        };
        self.bump()?;
        Ok(key)
    }

    fn signal_as_key<T>(&self) -> Read<T> {
        let signal = self.word();
        let name = &signal[1..];
        problem(format!(
            "a key of an object cannot be the signal `{signal}`; write `{name}: {signal}`, or `[{signal}]: …` for a key that it holds"
        ))
    }

    fn no_key<T>(&mut self) -> Read<T> {
        if self.near_hole() || self.is_end() || self.at_any(&[")", "]"]) {
            return self.unexpected();
        }
        if self.at("{") {
            return problem(
                "`{` cannot be a key of an object; Datastar has no `{{ … }}`, the value alone is an expression",
            );
        }
        problem(format!(
            "{} cannot be a key of an object",
            quote(self.word())
        ))
    }

    fn method(&mut self, modifiers: Modifiers) -> Read<()> {
        self.methods += 1;
        self.function_rest(Function {
            asynchronous: modifiers.asynchronous,
            generator: modifiers.generator,
            ..Function::default()
        })?;
        self.methods -= 1;
        Ok(())
    }

    /// A class, as an expression or a statement.
    pub(super) fn class(&mut self) -> Read<Node> {
        let start = self.bump()?.start;
        if self.at_name() {
            let token = self.bump()?;
            self.declare(token);
        }
        if self.token.kind == Kind::Signal {
            return self.signal_as_name();
        }
        if self.take_word("extends")? {
            let parent = self.accessed()?;
            self.settle(&parent)?;
        }
        self.expect_open("{")?;
        self.classes += 1;
        self.methods += 1;
        while !self.at("}") {
            if !self.take(";")? {
                self.member_of_class()?;
            }
        }
        self.methods -= 1;
        self.classes -= 1;
        self.close("}")?;
        Ok(Node::new(start, Form::Other, Shape::Function))
    }

    fn member_of_class(&mut self) -> Read<()> {
        let ends = ["(", "=", ";", "}"];
        if self.at_word("static") && !ends.iter().any(|end| self.peek_is(end)) {
            self.bump()?;
            if self.at("{") {
                return self.static_block();
            }
        }
        let modifiers = self.modifiers(&ends)?;
        self.key()?;
        if self.at("(") {
            return self.method(modifiers);
        }
        if self.take("=")? {
            self.in_function(Function::default(), |parser| parser.assignment().map(drop))?;
        }
        if self.at("}") || self.token.newline || self.take(";")? {
            return Ok(());
        }
        self.unexpected()
    }

    fn static_block(&mut self) -> Read<()> {
        self.in_function(Function::default(), Self::block)
    }
}
