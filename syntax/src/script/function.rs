//! Functions, and the names that parameters and variables declare.

use super::Shape;
use super::node::{Form, Node};
use super::parser::{Function, Parser};
use super::token::{Kind, Token, is_reserved};
use super::wording::{Read, problem, quote};

/// The names that the client gives to what it passes in.
const PARAMETERS: [&str; 4] = ["el", "evt", "$", "__action"];

impl Parser<'_> {
    /// `function name() {}`, as an expression or a statement.
    pub(super) fn function_expression(&mut self, start: usize, asynchronous: bool) -> Read<Node> {
        self.bump()?;
        let generator = self.take("*")?;
        if self.token.kind == Kind::Signal {
            return self.signal_as_name();
        }
        if self.at_name() {
            let token = self.bump()?;
            self.declare(token);
        }
        self.function_rest(Function {
            asynchronous,
            generator,
            ..Function::default()
        })?;
        Ok(Node::new(start, Form::Other, Shape::Function))
    }

    /// Parameters and body.
    pub(super) fn function_rest(&mut self, function: Function) -> Read<()> {
        self.in_function(function, |parser| {
            parser.parameters()?;
            parser.block()
        })
    }

    /// Reads something inside of a function.
    pub(super) fn in_function(
        &mut self,
        function: Function,
        read: fn(&mut Self) -> Read<()>,
    ) -> Read<()> {
        let outer = std::mem::replace(&mut self.function, function);
        let no_in = std::mem::replace(&mut self.no_in, false);
        let result = self.nested(read);
        self.no_in = no_in;
        self.function = outer;
        result
    }

    fn parameters(&mut self) -> Read<()> {
        self.expect_open("(")?;
        while !self.at(")") {
            let rest = self.take("...")?;
            self.binding_with_default(false)?;
            if rest || !self.take(",")? {
                break;
            }
        }
        self.close(")")
    }

    /// `a`, `[a]` or `{a}`, with `= 1` behind it.
    fn binding_with_default(&mut self, lexical: bool) -> Read<()> {
        self.binding(lexical)?;
        if self.take("=")? {
            self.assignment()?;
        }
        Ok(())
    }

    /// What declares names: `a`, `[a]` or `{a}`.
    pub(super) fn binding(&mut self, lexical: bool) -> Read<()> {
        match self.token.kind {
            Kind::Hole => self.bump().map(drop),
            Kind::Signal => self.signal_as_name(),
            Kind::Name if !is_reserved(self.word()) => {
                let token = self.bump()?;
                self.declare_in_block(token, lexical)
            }
            _ if self.at("[") => self.nested(|parser| parser.array_binding(lexical)),
            _ if self.at("{") => self.nested(|parser| parser.object_binding(lexical)),
            _ => self.no_name(),
        }
    }

    fn no_name<T>(&mut self) -> Read<T> {
        if self.near_hole() || self.is_end() {
            return self.unexpected();
        }
        problem(format!("a name is missing before {}", quote(self.word())))
    }

    pub(super) fn signal_as_name<T>(&self) -> Read<T> {
        let signal = self.word();
        problem(format!(
            "{} is a signal, not a name that can be declared here; write it without `$`",
            quote(signal)
        ))
    }

    fn array_binding(&mut self, lexical: bool) -> Read<()> {
        self.open()?;
        while !self.at("]") {
            if self.take(",")? {
                continue;
            }
            self.take("...")?;
            self.binding_with_default(lexical)?;
            if !self.at("]") && !self.take(",")? {
                return self.unexpected();
            }
        }
        self.close("]")
    }

    fn object_binding(&mut self, lexical: bool) -> Read<()> {
        self.open()?;
        while !self.at("}") {
            if self.token.kind == Kind::Signal {
                return self.signal_as_name();
            }
            if self.take("...")? {
                self.binding(lexical)?;
            } else if self.peek_is(":") || !self.at_name() {
                self.key()?;
                if !self.take(":")? {
                    return self.unexpected();
                }
                self.binding_with_default(lexical)?;
            } else {
                self.binding_with_default(lexical)?;
            }
            if !self.take(",")? {
                break;
            }
        }
        self.close("}")
    }

    pub(super) fn declare(&mut self, token: Token) {
        self.found
            .declared
            .insert(self.lexer.slice(token).to_owned());
    }

    /// Declares a name once per block, and none that the client has given away.
    fn declare_in_block(&mut self, token: Token, lexical: bool) -> Read<()> {
        self.declare(token);
        if !lexical {
            return Ok(());
        }
        let name = self.lexer.slice(token);
        let is_top = self.blocks.len() == 1;
        if is_top && PARAMETERS.contains(&name) {
            return problem(format!(
                "`{name}` is there already; give this variable another name"
            ));
        }
        let Some(block) = self.blocks.last_mut() else {
            return Ok(());
        };
        if block.insert(name.to_owned()) {
            Ok(())
        } else {
            problem(format!("`{name}` is declared twice"))
        }
    }

    /// The rest of an arrow function behind its parameters.
    pub(super) fn arrow(&mut self, parameters: Node, asynchronous: bool) -> Read<Node> {
        let fits = match parameters.form {
            Form::Name | Form::Hole => true,
            Form::Group { binding, .. } => binding,
            _ => false,
        };
        if !fits {
            return self.no_parameters(&parameters);
        }
        self.found.declared.extend(parameters.names);
        self.bump()?;
        let outer = Function {
            asynchronous,
            ..Function::default()
        };
        let outer = std::mem::replace(&mut self.function, outer);
        let result = if self.at("{") {
            let no_in = std::mem::replace(&mut self.no_in, false);
            let result = self.nested(Self::block);
            self.no_in = no_in;
            result
        } else {
            self.assignment().map(drop)
        };
        self.function = outer;
        result?;
        Ok(Node::new(parameters.start, Form::Other, Shape::Function))
    }

    fn no_parameters<T>(&mut self, parameters: &Node) -> Read<T> {
        if self.near_hole() {
            return self.unexpected();
        }
        let code = &self.lexer.code[parameters.start..self.token.start];
        let hint = if code.contains('$') {
            ", because a signal cannot be a parameter; write names without `$`"
        } else {
            ""
        };
        problem(format!("{} cannot stand before `=>`{hint}", quote(code)))
    }

    /// `async function`, `async () => …`, `async a => …`, or a name.
    pub(super) fn asynchronous(&mut self) -> Read<Node> {
        let start = self.token.start;
        let next = self.peek().filter(|next| !next.newline);
        let word = next.map_or("", |next| self.lexer.slice(next));
        if word == "function" {
            self.bump()?;
            return self.function_expression(start, true);
        }
        if next.is_some_and(|next| next.kind == Kind::Name)
            && !matches!(word, "in" | "of" | "instanceof")
        {
            self.bump()?;
            let parameter = self.bump()?;
            let node = self.name_node(parameter);
            return if self.at("=>") {
                self.asynchronous_arrow(node)
            } else {
                self.unexpected()
            };
        }
        if word == "(" {
            return self.asynchronous_call(start);
        }
        self.name()
    }

    /// `async (a)`: parameters, or a call of something called `async`.
    fn asynchronous_call(&mut self, start: usize) -> Read<Node> {
        self.bump()?;
        self.open()?;
        let (list, _) = self.arguments()?;
        if !self.at("=>") || self.token.newline {
            return Ok(Node::new(start, Form::Call, Shape::Other));
        }
        let form = Form::Group {
            place: false,
            binding: list.binding,
        };
        let node = Node {
            names: list.names,
            ..Node::new(start, form, Shape::Other)
        };
        self.asynchronous_arrow(node)
    }

    fn asynchronous_arrow(&mut self, parameters: Node) -> Read<Node> {
        let node = self.arrow(parameters, true)?;
        Ok(Node {
            form: Form::Arrow,
            ..node
        })
    }
}
