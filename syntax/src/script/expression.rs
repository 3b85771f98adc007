//! Expressions, from the comma down to the operators.

use super::Shape;
use super::node::{Form, Node};
use super::parser::Parser;
use super::token::{Kind, is_reserved};
use super::wording::{Read, problem, quote};

const ASSIGNMENTS: [&str; 15] = [
    "+=", "-=", "*=", "/=", "%=", "**=", "<<=", ">>=", ">>>=", "&=", "|=", "^=", "&&=", "||=",
    "??=",
];

/// How strongly `**` binds, the only operator that binds to the right.
const POWER: u8 = 12;

impl Parser<'_> {
    /// Expressions joined by commas.
    pub(super) fn expression(&mut self) -> Read<Node> {
        let mut node = self.list_item()?;
        while self.at(",") {
            self.settle(&node)?;
            self.bump()?;
            self.assignment()?;
            node = Node::other(node.start);
        }
        Ok(node)
    }

    /// An expression in brackets or braces, where `in` is an operator again.
    pub(super) fn enclosed(&mut self) -> Read<Node> {
        let no_in = std::mem::replace(&mut self.no_in, false);
        let node = self.expression()?;
        self.settle(&node)?;
        self.no_in = no_in;
        Ok(node)
    }

    /// An expression without commas.
    pub(super) fn assignment(&mut self) -> Read<Node> {
        let node = self.list_item()?;
        self.settle(&node)?;
        Ok(node)
    }

    /// `{a = 1}` was not a pattern after all.
    pub(super) fn settle(&self, node: &Node) -> Read<()> {
        let Some(start) = node.pending else {
            return Ok(());
        };
        let place = quote(&self.lexer.code[start..]);
        problem(format!(
            "an object has `:` between a name and its value, not `=`: {place}"
        ))
    }

    /// An expression without commas, which may turn out to be a pattern.
    pub(super) fn list_item(&mut self) -> Read<Node> {
        self.nested(Self::item)
    }

    fn item(&mut self) -> Read<Node> {
        if self.function.generator && self.at_word("yield") {
            return self.yielded();
        }
        let left = self.conditional()?;
        if self.at("=>") && !self.token.newline {
            return self.arrow(left, false);
        }
        if self.at("=") {
            return self.assigned(left);
        }
        if self.at_any(&ASSIGNMENTS) {
            self.settle(&left)?;
            if !left.is_place() {
                return self.no_target(&left);
            }
            self.bump()?;
            self.assignment()?;
            return Ok(Node::other(left.start));
        }
        Ok(left)
    }

    fn assigned(&mut self, left: Node) -> Read<Node> {
        if !left.is_target() {
            return self.no_target(&left);
        }
        // Not `$list[0] = 1`, which reads the list.
        if let Some(token) = self.before.filter(|token| token.start == left.start)
            && let Some(signal) = self.found.signals.get_mut(&token.start)
        {
            signal.is_set = true;
        }
        self.bump()?;
        self.assignment()?;
        let form = Form::Assignment {
            target: left.is_target(),
            binding: left.fits_binding(),
        };
        Ok(Node {
            names: left.names,
            ..Node::new(left.start, form, Shape::Other)
        })
    }

    fn no_target<T>(&mut self, left: &Node) -> Read<T> {
        if self.near_hole() {
            return self.unexpected();
        }
        let sign = self.word();
        let end = self.before.map_or(left.start, |token| token.end);
        let code = quote(&self.lexer.code[left.start..end]);
        if left.form == Form::Logical || left.form == Form::Coalesce {
            return problem(format!(
                "`{sign}` cannot assign to {code}; put brackets around the assignment: `… && ($a = 1)`"
            ));
        }
        problem(format!(
            "`{sign}` cannot assign to {code}; to compare, write `===`"
        ))
    }

    fn yielded(&mut self) -> Read<Node> {
        let start = self.bump()?.start;
        let star = self.take("*")?;
        let ends = self.is_end() || self.at_any(&[")", "]", "}", ",", ";", ":"]);
        if star || !(ends || self.token.newline) {
            self.assignment()?;
        }
        Ok(Node::other(start))
    }

    fn conditional(&mut self) -> Read<Node> {
        let test = self.binary(0)?;
        if !self.at("?") {
            return Ok(test);
        }
        self.settle(&test)?;
        self.bump()?;
        let no_in = std::mem::replace(&mut self.no_in, false);
        self.assignment()?;
        self.no_in = no_in;
        if !self.at(":") {
            if self.near_hole() {
                return self.unexpected();
            }
            let code = quote(&self.lexer.code[test.start..]);
            return problem(format!("`?` has no `:` in {code}; write `$a ? 1 : 2`"));
        }
        self.bump()?;
        self.assignment()?;
        Ok(Node::other(test.start))
    }

    fn binary(&mut self, weakest: u8) -> Read<Node> {
        let mut left = self.unary()?;
        loop {
            if self.token.kind == Kind::Hole && !self.token.newline || left.form == Form::Hole {
                match self.around_hole(&left)? {
                    Some(node) => left = node,
                    None if self.power().is_none() => return Ok(left),
                    None => {}
                }
            }
            let Some(power) = self.power().filter(|power| *power >= weakest) else {
                return Ok(left);
            };
            self.settle(&left)?;
            left = self.combined(&left, power)?;
        }
    }

    fn combined(&mut self, left: &Node, power: u8) -> Read<Node> {
        if left.form == Form::Arrow {
            return self.unexpected();
        }
        let operator = self.bump()?;
        let sign = self.lexer.slice(operator);
        if sign == "**" && left.form == Form::Unary {
            let code = quote(&self.lexer.code[left.start..operator.start]);
            return problem(format!(
                "`**` after {code} is ambiguous; put brackets around one of them"
            ));
        }
        let weakest = if power == POWER { power } else { power + 1 };
        let right = self.nested(|parser| parser.binary(weakest))?;
        self.settle(&right)?;
        if right.form == Form::Arrow {
            let code = quote(&self.lexer.code[right.start..]);
            return problem(format!("put brackets around the function {code}"));
        }
        let form = match sign {
            "??" => Form::Coalesce,
            "||" | "&&" => Form::Logical,
            _ => Form::Other,
        };
        let mixes = |other: &Node| match form {
            Form::Coalesce => other.form == Form::Logical,
            Form::Logical => other.form == Form::Coalesce,
            _ => false,
        };
        if mixes(left) || mixes(&right) {
            return problem(
                "`??` does not mix with `||` and `&&`; put brackets around one of them",
            );
        }
        Ok(Node::new(left.start, form, Shape::Other))
    }

    /// A value that is known only later may bring operators along.
    fn around_hole(&mut self, left: &Node) -> Read<Option<Node>> {
        let operand = match self.token.kind {
            Kind::End | Kind::Mark => self.at_any(&["(", "[", "{", "`"]),
            Kind::Name => !is_reserved(self.word()),
            _ => true,
        };
        if !operand || self.token.newline && left.form != Form::Hole {
            return Ok(None);
        }
        let mut node = self.unary()?;
        node.form = Form::Hole;
        Ok(Some(node))
    }

    /// How strongly the operator at hand binds.
    fn power(&self) -> Option<u8> {
        let power = match (self.token.kind, self.word()) {
            (Kind::Name, "in") if self.no_in => return None,
            (Kind::Name, "in" | "instanceof") => 8,
            (Kind::Mark, mark) => match mark {
                "??" => 1,
                "||" => 2,
                "&&" => 3,
                "|" => 4,
                "^" => 5,
                "&" => 6,
                "==" | "!=" | "===" | "!==" => 7,
                "<" | ">" | "<=" | ">=" => 8,
                "<<" | ">>" | ">>>" => 9,
                "+" | "-" => 10,
                "*" | "/" | "%" => 11,
                "**" => POWER,
                _ => return None,
            },
            _ => return None,
        };
        Some(power)
    }

    pub(super) fn unary(&mut self) -> Read<Node> {
        self.nested(Self::prefixed)
    }

    fn prefixed(&mut self) -> Read<Node> {
        let start = self.token.start;
        if self.at_any(&["++", "--"]) {
            self.bump()?;
            let node = self.unary()?;
            return if node.is_place() {
                Ok(Node::other(start))
            } else {
                self.not_counted(&node)
            };
        }
        if self.at_word("await") && self.awaits()? {
            self.bump()?;
            self.settled_unary()?;
            return Ok(Node::new(start, Form::Unary, Shape::Other));
        }
        let word =
            self.token.kind == Kind::Name && matches!(self.word(), "typeof" | "void" | "delete");
        if !word && !self.at_any(&["-", "+", "!", "~"]) {
            return self.postfix();
        }
        let is_typeof = self.at_word("typeof");
        let operator = self.bump()?;
        let node = self.settled_unary()?;
        if is_typeof && node.form == Form::Name {
            self.base(node.start);
        }
        let shape = match node.shape {
            Shape::Number if matches!(self.lexer.slice(operator), "-" | "+") => Shape::Number,
            _ => Shape::Other,
        };
        Ok(Node::new(start, Form::Unary, shape))
    }

    fn settled_unary(&mut self) -> Read<Node> {
        let node = self.unary()?;
        self.settle(&node)?;
        Ok(node)
    }

    /// Whether `await` waits here; elsewhere it is a name like any other.
    fn awaits(&mut self) -> Read<bool> {
        if self.function.asynchronous {
            return Ok(true);
        }
        let Some(next) = self.peek() else {
            return Ok(false);
        };
        let word = self.lexer.slice(next);
        let waits = match next.kind {
            Kind::End | Kind::Hole => false,
            Kind::Mark => matches!(word, "(" | "[" | "`" | "{" | "!"),
            Kind::Name => !matches!(word, "in" | "of" | "instanceof"),
            _ => true,
        };
        if waits {
            return problem(
                "`await` works only inside of an `async` function, such as `(async () => { await … })()`",
            );
        }
        Ok(false)
    }

    fn postfix(&mut self) -> Read<Node> {
        let node = self.accessed()?;
        if !self.at_any(&["++", "--"]) || self.token.newline {
            return Ok(node);
        }
        if !node.is_place() {
            return self.not_counted(&node);
        }
        self.bump()?;
        Ok(Node::other(node.start))
    }

    fn not_counted<T>(&mut self, node: &Node) -> Read<T> {
        if self.near_hole() {
            return self.unexpected();
        }
        let code = quote(&self.lexer.code[node.start..self.token.start]);
        problem(format!(
            "`++` and `--` need a signal or a variable, not {code}"
        ))
    }
}
