//! Expressions: operators, signals, conditions, calls.

use proc_macro2::{Ident, Span, TokenStream};
use quote::{ToTokens as _, quote, quote_spanned};
use syn::spanned::Spanned as _;
use syn::{Block, Expr, ExprIf, Stmt, UnOp};

use super::call::is_of_the_server;
use super::code::{Code, Level, Print};
use super::lift::is_placeholder;
use super::{Js, Lowered};

impl Js {
    /// An expression that is read. What rustc checks is one piece, wherever it is put.
    pub(super) fn expression(&mut self, expression: &Expr) -> Lowered {
        let Lowered { code, check } = self.lowered(expression);
        let is_whole = !matches!(
            expression,
            Expr::Binary(_) | Expr::Unary(_) | Expr::Reference(_) | Expr::If(_) | Expr::Cast(_)
        );
        Lowered {
            code,
            check: if is_whole {
                check
            } else {
                quote_spanned!(expression.span()=> (#check))
            },
        }
    }

    fn lowered(&mut self, expression: &Expr) -> Lowered {
        match expression {
            Expr::Lit(literal) => self.literal(literal),
            Expr::Paren(paren) => self.expression(&paren.expr),
            Expr::Group(group) => self.expression(&group.expr),
            Expr::Reference(reference) => {
                let Lowered { code, check } = self.expression(&reference.expr);
                let span = reference.and_token.span;
                Lowered {
                    code,
                    check: quote_spanned!(span=> &#check),
                }
            }
            Expr::Unary(unary) => self.unary(unary),
            Expr::Binary(binary) => self.binary(binary),
            Expr::Assign(assign) => {
                let (place, value) = (self.place_of(&assign.left), self.expression(&assign.right));
                let (left, right) = (place.check, value.check);
                let span = assign.right.span();
                let krate = self.at(span);
                Lowered {
                    code: Code::of(Level::ASSIGNMENT)
                        .embed(place.code, Level::PRIMARY)
                        .push(" = ")
                        .embed(value.code, Level::ASSIGNMENT),
                    check: quote_spanned!(span=> #krate::js::check::assign(&mut #left, #right)),
                }
            }
            Expr::Path(_) | Expr::Field(_) => self.path(expression),
            Expr::Call(call) => self.call(call),
            Expr::MethodCall(call) if is_of_the_server(&call.receiver) => {
                let hoisted = self.server_call(expression);
                self.operand(&hoisted, expression.span())
            }
            Expr::MethodCall(call) => self.method(call),
            Expr::If(condition) => self.conditional(condition),
            Expr::Block(block) => self.single(&block.block),
            Expr::Index(index) => self.index(index, false),
            Expr::Cast(cast) => self.cast(cast),
            Expr::Array(array) => self.array(array.elems.iter(), array.span()),
            Expr::Macro(call) => self.macro_call(call),
            other => self.refused(other),
        }
    }

    /// A signal, a variable of the code, a value of the server, `evt` and `el`.
    fn path(&mut self, expression: &Expr) -> Lowered {
        // Of several names the last says most.
        let last = chain(expression).and_then(|(_, fields)| fields.last().map(Ident::span));
        let span = last.unwrap_or_else(|| expression.span());
        let krate = self.at(span);
        let Some((root, fields)) = chain(expression) else {
            if let Expr::Field(field) = expression {
                return self.error(
                    field.member.span(),
                    "only signals, `evt` and `el` have fields in the browser",
                );
            }
            return self.operand(&expression.to_token_stream(), span);
        };
        if is_placeholder(root, &self.hoisted) && fields.is_empty() {
            let root = quote!(#root);
            return Lowered {
                code: Code::print(Print {
                    function: quote!(#krate::js::literal::write),
                    given: vec![root.clone()],
                    arguments: Vec::new(),
                }),
                check: quote_spanned!(span=> {
                    use #krate::js::check::{Owned as _, Referred as _};
                    (&#krate::js::check::Server(#root)).value()
                }),
            };
        }
        if root == "None" && fields.is_empty() {
            return Lowered {
                code: Code::text("null", Level::PRIMARY),
                check: quote!(#expression),
            };
        }
        if let Some(name) = self.locals.find(root) {
            if let Some(field) = fields.first() {
                return self.error(field.span(), "a variable has no fields in the browser");
            }
            let code = Code::text(name, Level::PRIMARY);
            return Lowered {
                code,
                check: quote_spanned!(span=> #krate::js::check::read(&#root)),
            };
        }
        if root == "evt" && !self.has_event {
            return self.error(
                root.span(),
                "which event? write it right at `data-on:…` in a template, or `|evt: KeyboardEvent| …`",
            );
        }
        if root == "evt" || root == "el" {
            return self.dom(root, &fields, span);
        }
        self.operand(&expression.to_token_stream(), span)
    }

    /// The event or the element, and their properties, which JavaScript writes with capitals.
    fn dom(&mut self, root: &Ident, fields: &[Ident], span: Span) -> Lowered {
        let krate = self.at(span);
        let mut text = root.to_string();
        for field in fields {
            text.push('.');
            text.push_str(&camel(&syn::ext::IdentExt::unraw(field).to_string()));
        }
        let object = if root == "el" {
            quote_spanned!(root.span()=> #krate::js::check::element())
        } else {
            super::header::event(root.span()).into_token_stream()
        };
        // A data attribute is a method for rustc, which traits can add.
        if let [path @ .., dataset, attribute] = fields
            && dataset == "dataset"
        {
            let witness = self.witness();
            let krate = self.at(span);
            return Lowered {
                code: Code::print(Print {
                    function: quote!(#krate::js::data),
                    given: vec![quote!(&#witness), quote!(#text)],
                    arguments: Vec::new(),
                }),
                check: quote_spanned!(span=> #witness.exactly(#object #(.#path)*.#dataset.#attribute())),
            };
        }
        Lowered {
            code: Code::text(text, Level::PRIMARY),
            check: quote_spanned!(span=> #krate::js::check::read(&#object #(.#fields)*)),
        }
    }

    pub(super) fn operand(&mut self, path: &TokenStream, span: Span) -> Lowered {
        let krate = self.at(span);
        Lowered {
            // Found by a method, so that only the checked half reports what is no operand.
            code: Code::print(Print {
                function: quote!((&#krate::js::check::Printed(&#path)).print),
                given: Vec::new(),
                arguments: Vec::new(),
            }),
            check: quote_spanned!(span=> #krate::js::check::value(&#path)),
        }
    }

    /// What is assigned to: a signal, an entry of one, a variable.
    pub(super) fn place_of(&mut self, expression: &Expr) -> Lowered {
        let span = expression.span();
        let krate = self.at(span);
        match expression {
            Expr::Paren(paren) => self.place_of(&paren.expr),
            Expr::Unary(unary) if matches!(unary.op, UnOp::Deref(_)) => self.place_of(&unary.expr),
            Expr::Index(index) => self.index(index, true),
            Expr::Path(_) | Expr::Field(_) => {
                let Lowered { code, check } = self.path(expression);
                let root = chain(expression).map(|(root, _)| root);
                let check = match root {
                    Some(root) if self.locals.find(root).is_some() => quote!(#root),
                    Some(root) if root == "evt" || root == "el" => check,
                    _ => quote_spanned!(span=> *#krate::js::check::place(&#expression)),
                };
                Lowered { code, check }
            }
            other => self.error(
                other.span(),
                "only a signal, an entry of one, or a variable can be assigned to",
            ),
        }
    }

    fn index(&mut self, index: &syn::ExprIndex, is_place: bool) -> Lowered {
        let krate = self.at(index.span());
        let list = if is_place {
            self.place_of(&index.expr)
        } else {
            self.expression(&index.expr)
        };
        let key = self.expression(&index.index);
        let (list_check, key_check) = (list.check, key.check);
        let span = index.span();
        let entry = quote_spanned!(span=> #krate::js::check::indexed(#list_check)[#key_check]);
        Lowered {
            code: Code::of(Level::PRIMARY)
                .embed(list.code, Level::PRIMARY)
                .push("[")
                .embed(key.code, Level::LOWEST)
                .push("]"),
            check: if is_place {
                quote_spanned!(span=> #list_check[#key_check])
            } else {
                quote_spanned!(span=> #krate::js::check::read(&#entry))
            },
        }
    }

    pub(super) fn array<'a>(
        &mut self,
        items: impl Iterator<Item = &'a Expr>,
        span: Span,
    ) -> Lowered {
        let mut code = Code::text("[", Level::PRIMARY);
        let mut checks = Vec::new();
        for (i, item) in items.enumerate() {
            let item = self.expression(item);
            code = code
                .push(if i == 0 { "" } else { ", " })
                .embed(item.code, Level::ASSIGNMENT);
            checks.push(item.check);
        }
        Lowered {
            code: code.push("]"),
            check: quote_spanned!(span=> ::std::vec![#(#checks),*]),
        }
    }

    /// `condition ? a : b`
    fn conditional(&mut self, condition: &ExprIf) -> Lowered {
        let Some((_, otherwise)) = &condition.else_branch else {
            return self.error(
                condition.if_token.span,
                "an `if` without `else` has no value; give it one, or make it a statement",
            );
        };
        let test = self.condition(&condition.cond);
        let then = self.single(&condition.then_branch);
        let otherwise = self.expression(otherwise);
        let (test_check, then_check, otherwise_check) = (test.check, then.check, otherwise.check);
        Lowered {
            code: Code::of(Level::CONDITIONAL)
                .embed(test.code, Level::OR)
                .push(" ? ")
                .embed(then.code, Level::ASSIGNMENT)
                .push(" : ")
                .embed(otherwise.code, Level::ASSIGNMENT),
            check: quote!(if #test_check { #then_check } else { #otherwise_check }),
        }
    }

    pub(super) fn condition(&mut self, condition: &Expr) -> Lowered {
        if let Expr::Let(binding) = condition {
            return self.error(
                binding.let_token.span,
                "`if let` has no counterpart in the browser; ask `is_some()`, and take `unwrap_or(…)`",
            );
        }
        self.expression(condition)
    }

    /// A block of one expression.
    fn single(&mut self, block: &Block) -> Lowered {
        match block.stmts.as_slice() {
            [Stmt::Expr(expression, None)] => self.expression(expression),
            [Stmt::Macro(call)] if call.semi_token.is_none() => {
                let call = syn::ExprMacro {
                    attrs: Vec::new(),
                    mac: call.mac.clone(),
                };
                self.macro_call(&call)
            }
            _ => self.error(
                block.brace_token.span.join(),
                "here stands one expression; several statements are no value in the browser",
            ),
        }
    }

    pub(super) fn refused(&mut self, expression: &Expr) -> Lowered {
        let message = match expression {
            Expr::Match(_) => "`match` has no counterpart in the browser; write `if` and `else`",
            Expr::While(_) | Expr::ForLoop(_) | Expr::Loop(_) => {
                "loops have no counterpart here; lists have methods such as `iter().any(…)`"
            }
            Expr::Closure(_) => {
                "a closure stands only in a method that takes one, such as `iter().any(…)`"
            }
            Expr::Await(_) | Expr::Try(_) | Expr::Return(_) => {
                "code of the browser is an expression or statements, and cannot return or wait"
            }
            Expr::Struct(_) | Expr::Tuple(_) => {
                "the browser gets such a value from the server: write `#(value)`"
            }
            _ => {
                "this has no counterpart in the browser; write it as `js::raw(\"…\")`, or compute it on the server"
            }
        };
        self.error(expression.span(), message)
    }
}

/// A name and the fields behind it.
pub(super) fn chain(expression: &Expr) -> Option<(&Ident, Vec<Ident>)> {
    match expression {
        Expr::Path(path) => Some((path.path.get_ident()?, Vec::new())),
        Expr::Field(field) => {
            let (root, mut fields) = chain(&field.base)?;
            let syn::Member::Named(name) = &field.member else {
                return None;
            };
            fields.push(name.clone());
            Some((root, fields))
        }
        _ => None,
    }
}

/// `client_x` as JavaScript writes it.
fn camel(name: &str) -> String {
    let mut camel = String::new();
    let mut words = name.split('_');
    camel.extend(words.next());
    for word in words {
        let mut chars = word.chars();
        camel.extend(chars.next().map(|first| first.to_ascii_uppercase()));
        camel.push_str(chars.as_str());
    }
    camel
}
