//! Loops and `switch`, and the jumps inside of them.

use std::collections::HashSet;

use super::node::Node;
use super::parser::Parser;
use super::token::Kind;
use super::wording::{Read, problem, quote};

impl Parser<'_> {
    fn looped(&mut self) -> Read<()> {
        self.function.loops += 1;
        let result = self.body();
        self.function.loops -= 1;
        result
    }

    pub(super) fn while_(&mut self) -> Read<()> {
        self.bump()?;
        self.condition()?;
        self.looped()
    }

    pub(super) fn do_(&mut self) -> Read<()> {
        self.bump()?;
        self.looped()?;
        if !self.take_word("while")? {
            return problem(format!(
                "`while (…)` is missing after `do`, behind {}",
                self.last_word()
            ));
        }
        self.condition()?;
        self.take(";").map(drop)
    }

    pub(super) fn labelled(&mut self) -> Read<()> {
        let label = self.bump()?;
        self.bump()?;
        self.function
            .labels
            .push(self.lexer.slice(label).to_owned());
        let result = self.body();
        self.function.labels.pop();
        result
    }

    pub(super) fn jump(&mut self) -> Read<()> {
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

    pub(super) fn switch(&mut self) -> Read<()> {
        self.bump()?;
        self.condition()?;
        self.expect_open("{")?;
        self.function.switches += 1;
        self.blocks.push(HashSet::new());
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
            return self.no_case();
        }
        if !self.at(":") {
            return self.unexpected();
        }
        self.bump()?;
        let ends =
            |parser: &Self| parser.at("}") || parser.at_word("case") || parser.at_word("default");
        while !ends(self) && (!self.is_end() || self.at_tail()) {
            self.statement()?;
        }
        Ok(())
    }

    fn no_case<T>(&mut self) -> Read<T> {
        if self.near_hole() || self.token.kind != Kind::Name {
            return self.unexpected();
        }
        problem(format!(
            "in a `switch` stands `case …:` or `default:` before {}",
            quote(self.word())
        ))
    }

    pub(super) fn for_(&mut self) -> Read<()> {
        self.bump()?;
        if self.function.asynchronous {
            self.take_word("await")?;
        }
        self.expect_open("(")?;
        self.blocks.push(HashSet::new());
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
        problem(
            "`for` takes `(let a of list)`, or three parts between `;`: `(let i = 0; i < 3; i++)`",
        )
    }

    fn for_start(&mut self) -> Read<()> {
        let keyword = self.word();
        if keyword == "var" || keyword == "const" || keyword == "let" && self.declares() {
            self.bump()?;
            return self.declarators(keyword);
        }
        let node = self.expression()?;
        if self.at_word("of") || self.at_word("in") {
            return if node.is_target() {
                Ok(())
            } else {
                self.no_loop_target(&node)
            };
        }
        self.settle(&node)
    }

    fn no_loop_target<T>(&mut self, node: &Node) -> Read<T> {
        let code = quote(&self.lexer.code[node.start..self.token.start]);
        problem(format!("`for` cannot assign to {code}"))
    }
}
