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
            return problem("nothing stands after the last `;`, so there is no value; leave the `;` out");
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
                problem(format!("the comment {comment} hides the end of the value; write `/* … */`"))
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
    fn semicolon(&mut self) -> Read<()> {
        if self.take(";")? || self.is_end() || self.at("}") || self.token.newline || self.at_tail() {
            return Ok(());
        }
        if self.before.is_some_and(|token| token.kind == Kind::Hole) || self.token.kind == Kind::Hole {
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
    fn declares(&mut self) -> bool {
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

    fn declarators(&mut self, keyword: &str) -> Read<()> {
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
            return problem("a statement that begins with `class` needs a name; put brackets around the class");
        }
        self.class().map(drop)
    }

    fn function_statement(&mut self) -> Read<()> {
        let start = self.token.start;
        let asynchronous = self.take_word("async")?;
        if self.peek_is("(") {
            return problem("a statement that begins with `function` needs a name; put brackets around the function");
        }
        self.function_expression(start, asynchronous).map(drop)
    }

    /// `(…)` behind a keyword.
    fn condition(&mut self) -> Read<Node> {
        self.expect_open("(")?;
        let node = self.enclosed()?;
        self.close(")")?;
        Ok(node)
    }

    /// The statement behind a condition, which cannot be a declaration.
    fn body(&mut self) -> Read<()> {
        if self.at_word("const") || self.at_word("class") {
            return problem(format!("{} needs a block around it, `{{ … }}`", quote(self.word())));
        }
        if self.is_end() && !self.at_tail() {
            return self.no_operand();
        }
        self.statement()
    }

    fn looped(&mut self) -> Read<()> {
        self.function.loops += 1;
        let result = self.body();
        self.function.loops -= 1;
        result
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

    fn while_(&mut self) -> Read<()> {
        self.bump()?;
        self.condition()?;
        self.looped()
    }

    fn do_(&mut self) -> Read<()> {
        self.bump()?;
        self.looped()?;
        if !self.take_word("while")? {
            return problem(format!("`while (…)` is missing after `do`, behind {}", self.last_word()));
        }
        self.condition()?;
        self.take(";").map(drop)
    }

    fn with(&mut self) -> Read<()> {
        self.bump()?;
        self.condition()?;
        self.body()
    }

    fn labelled(&mut self) -> Read<()> {
        let label = self.bump()?;
        self.bump()?;
        self.function.labels.push(self.lexer.slice(label).to_owned());
        let result = self.body();
        self.function.labels.pop();
        result
    }

    fn jump(&mut self) -> Read<()> {
        let token = self.bump()?;
        let keyword = self.lexer.slice(token);
        if self.at_name() && !self.token.newline {
            let label = self.bump()?;
            let label = self.lexer.slice(label);
            if !self.function.labels.iter().any(|known| known == label) {
                return problem(format!("`{keyword} {label}` finds no label `{label}:`"));
            }
            return self.semicolon();
        }
        let function = &self.function;
        if function.loops == 0 && (keyword == "continue" || function.switches == 0) {
            return problem(format!("`{keyword}` works only inside of a loop"));
        }
        self.semicolon()
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

    fn switch(&mut self) -> Read<()> {
        self.bump()?;
        self.condition()?;
        self.expect_open("{")?;
        self.function.switches += 1;
        self.blocks.push(std::collections::HashSet::new());
        while !self.at("}") {
            self.case()?;
        }
        self.blocks.pop();
        self.function.switches -= 1;
        self.close("}")
    }

    fn case(&mut self) -> Read<()> {
        if self.take_word("case")? {
            self.enclosed()?;
        } else if !self.take_word("default")? {
            return self.unexpected();
        }
        if !self.at(":") {
            return self.unexpected();
        }
        self.bump()?;
        let ends = |parser: &Self| {
            parser.at("}") || parser.at_word("case") || parser.at_word("default")
        };
        while !ends(self) && (!self.is_end() || self.at_tail()) {
            self.statement()?;
        }
        Ok(())
    }

    fn for_(&mut self) -> Read<()> {
        self.bump()?;
        if self.function.asynchronous {
            self.take_word("await")?;
        }
        self.expect_open("(")?;
        self.blocks.push(std::collections::HashSet::new());
        self.no_in = true;
        let head = self.for_head();
        self.no_in = false;
        head?;
        self.close(")")?;
        let result = self.looped();
        self.blocks.pop();
        result
    }

    fn for_head(&mut self) -> Read<()> {
        if !self.at(";") {
            self.for_start()?;
        }
        if self.take_word("of")? {
            return self.assignment_inside();
        }
        if self.take_word("in")? {
            return self.enclosed().map(drop);
        }
        for _ in 0..2 {
            if !self.at(";") {
                return self.no_head();
            }
            self.bump()?;
            if !self.at(";") && !self.at(")") {
                self.enclosed()?;
            }
        }
        Ok(())
    }

    fn assignment_inside(&mut self) -> Read<()> {
        self.no_in = false;
        self.assignment().map(drop)
    }

    fn no_head<T>(&mut self) -> Read<T> {
        if self.near_hole() || self.is_end() {
            return self.unexpected();
        }
        problem("`for` takes `(let a of list)`, or three parts between `;`: `(let i = 0; i < 3; i++)`")
    }

    fn for_start(&mut self) -> Read<()> {
        let keyword = self.word();
        if keyword == "var" || keyword == "const" || keyword == "let" && self.declares() {
            self.bump()?;
            return self.declarators(keyword);
        }
        let node = self.expression()?;
        if self.at_word("of") || self.at_word("in") {
            return if node.is_target() { Ok(()) } else { self.no_loop_target(&node) };
        }
        self.settle(&node)
    }

    fn no_loop_target<T>(&mut self, node: &Node) -> Read<T> {
        let code = quote(&self.lexer.code[node.start..self.token.start]);
        problem(format!("`for` cannot assign to {code}"))
    }
}
