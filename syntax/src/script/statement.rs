//! Statements.

use super::node::Node;
use super::parser::Parser;
use super::token::{Kind, Region};
use super::wording::{CUT, Read, Stop, problem, quote};

impl Parser<'_> {
    pub(super) fn statement(&mut self) -> Read<()> {
        if self.at_tail() {
            return self.last_piece();
        }
        self.nested(Self::any_statement)
    }

    /// The last piece of a value: the client returns what it says.
    fn last_piece(&mut self) -> Read<()> {
        let Some(tail) = self.tail else {
            return Ok(());
        };
        self.in_tail = true;
        if !self.open.is_empty() {
            return problem(CUT);
        }
        if tail.returns {
            return self.returned();
        }
        if self.is_end() {
            return problem(
                "nothing stands after the last `;`, so there is no value; leave the `;` out",
            );
        }
        let node = self.expression()?;
        self.settle(&node)?;
        if !self.is_end() {
            return self.unexpected();
        }
        if tail.start == 0 {
            self.found.shape = node.shape;
        }
        self.no_comment_at_end()
    }

    fn returned(&mut self) -> Read<()> {
        if self.at_word("return") {
            return Ok(());
        }
        problem(format!(
            "the client takes {} for a `return`, because it begins with these letters; put brackets around it",
            quote(self.word())
        ))
    }

    /// A comment up to the end would swallow the bracket that the client puts there.
    fn no_comment_at_end(&self) -> Read<()> {
        let last = self.lexer.regions.iter().next_back();
        match last {
            Some((start, (Region::LineComment, end))) if *end == self.lexer.code.len() => {
                let comment = quote(&self.lexer.code[*start..]);
                problem(format!(
                    "the comment {comment} hides the end of the value; write `/* … */`"
                ))
            }
            _ => Ok(()),
        }
    }

    fn any_statement(&mut self) -> Read<()> {
        match self.token.kind {
            Kind::Mark if self.at("{") => self.block(),
            Kind::Mark if self.at(";") => self.bump().map(drop),
            Kind::Name => self.worded(),
            _ => self.expression_statement(),
        }
    }

    fn worded(&mut self) -> Read<()> {
        match self.word() {
            "var" => self.variables("var"),
            "const" => self.variables("const"),
            "let" if self.declares() => self.variables("let"),
            "function" => self.function_statement(),
            "async" if self.begins_async_function() => self.function_statement(),
            "class" => self.class_statement(),
            "if" => self.if_(),
            "for" => self.for_(),
            "while" => self.while_(),
            "do" => self.do_(),
            "break" | "continue" => self.jump(),
            "return" | "throw" => self.leave(),
            "switch" => self.switch(),
            "try" => self.try_(),
            "with" => self.with(),
            "debugger" => {
                self.bump()?;
                self.semicolon()
            }
            _ if self.at_name() && self.peek_is(":") => self.labelled(),
            _ => self.expression_statement(),
        }
    }

    fn expression_statement(&mut self) -> Read<()> {
        let first = self.token;
        let node = self.expression()?;
        self.settle(&node)?;
        if first.start == 0 && self.is_end() {
            self.found.shape = node.shape;
        }
        self.semicolon()
    }

    /// The end of a statement: `;`, a line break, or the end of the block.
    pub(super) fn semicolon(&mut self) -> Read<()> {
        if self.take(";")? || self.is_end() || self.at("}") || self.token.newline || self.at_tail()
        {
            return Ok(());
        }
        if self.before.is_some_and(|token| token.kind == Kind::Hole)
            || self.token.kind == Kind::Hole
        {
            return Ok(());
        }
        self.unexpected()
    }

    pub(super) fn block(&mut self) -> Read<()> {
        self.expect_open("{")?;
        self.blocks.push(std::collections::HashSet::new());
        while !self.at("}") && (!self.is_end() || self.at_tail()) {
            self.statement()?;
        }
        self.blocks.pop();
        self.close("}")
    }

    /// Whether `let` begins a declaration here.
    pub(super) fn declares(&mut self) -> bool {
        let Some(next) = self.peek() else {
            return false;
        };
        match next.kind {
            Kind::Name => !matches!(self.lexer.slice(next), "in" | "instanceof" | "of"),
            Kind::Signal | Kind::Hole => true,
            _ => matches!(self.lexer.slice(next), "[" | "{"),
        }
    }

    fn variables(&mut self, keyword: &str) -> Read<()> {
        self.bump()?;
        self.declarators(keyword)?;
        self.semicolon()
    }

    pub(super) fn declarators(&mut self, keyword: &str) -> Read<()> {
        loop {
            let pattern = self.at("[") || self.at("{");
            let start = self.token.start;
            self.binding(keyword != "var")?;
            if self.take("=")? {
                self.assignment()?;
            } else if (pattern || keyword == "const") && !self.begins_loop() {
                return self.no_value_for(keyword, start);
            }
            if !self.take(",")? {
                return Ok(());
            }
        }
    }

    fn no_value_for(&mut self, keyword: &str, start: usize) -> Read<()> {
        if self.near_hole() {
            return Err(Stop::Unknown);
        }
        let name = quote(&self.lexer.code[start..self.before.map_or(start, |token| token.end)]);
        problem(format!("`{keyword}` needs a value: write `=` after {name}"))
    }

    fn begins_loop(&self) -> bool {
        self.no_in && (self.at_word("of") || self.at_word("in"))
    }

    fn begins_async_function(&mut self) -> bool {
        let next = self.peek().filter(|next| !next.newline);
        next.is_some_and(|next| self.lexer.slice(next) == "function")
    }

    fn class_statement(&mut self) -> Read<()> {
        if self.peek_is("{") {
            return problem(
                "a statement that begins with `class` needs a name; put brackets around the class",
            );
        }
        self.class().map(drop)
    }

    fn function_statement(&mut self) -> Read<()> {
        let start = self.token.start;
        let asynchronous = self.take_word("async")?;
        if self.peek_is("(") {
            return problem(
                "a statement that begins with `function` needs a name; put brackets around the function",
            );
        }
        self.function_expression(start, asynchronous).map(drop)
    }

    /// `(…)` behind a keyword.
    pub(super) fn condition(&mut self) -> Read<Node> {
        self.expect_open("(")?;
        let node = self.enclosed()?;
        self.close(")")?;
        Ok(node)
    }

    /// The statement behind a condition, which cannot be a declaration.
    pub(super) fn body(&mut self) -> Read<()> {
        if self.at_word("const") || self.at_word("class") {
            return problem(format!(
                "{} needs a block around it, `{{ … }}`",
                quote(self.word())
            ));
        }
        if self.is_end() && !self.at_tail() {
            return self.no_operand();
        }
        self.statement()
    }

    fn if_(&mut self) -> Read<()> {
        self.bump()?;
        self.condition()?;
        self.body()?;
        if self.take_word("else")? {
            self.body()?;
        }
        Ok(())
    }

    fn with(&mut self) -> Read<()> {
        self.bump()?;
        self.condition()?;
        self.body()
    }

    fn leave(&mut self) -> Read<()> {
        let token = self.bump()?;
        let throws = self.lexer.slice(token) == "throw";
        let ends = self.is_end() || self.at(";") || self.at("}");
        if throws && (ends || self.token.newline) {
            return problem("`throw` needs a value on the same line, such as `new Error('…')`");
        }
        if !ends && !self.token.newline {
            let node = self.expression()?;
            self.settle(&node)?;
        }
        self.semicolon()
    }

    fn try_(&mut self) -> Read<()> {
        self.bump()?;
        self.block()?;
        let caught = self.take_word("catch")?;
        if caught {
            if self.at("(") {
                self.open()?;
                self.binding(false)?;
                self.close(")")?;
            }
            self.block()?;
        }
        if self.take_word("finally")? {
            return self.block();
        }
        if caught {
            return Ok(());
        }
        problem("`try { … }` needs `catch { … }` or `finally { … }` behind it")
    }
}
