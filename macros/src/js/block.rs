//! Statements: what a call consists of, and what stands between braces.

use proc_macro2::TokenStream;
use quote::{quote, quote_spanned};
use syn::spanned::Spanned as _;
use syn::{Block, Expr, ExprIf, Local, Pat, Stmt};

use super::code::{Code, Level};
use super::{Js, Lowered};

/// All of the code.
#[derive(Default)]
pub(super) struct Body {
    pub(super) code: Code,
    pub(super) check: TokenStream,
    /// Whether it is several statements, or one that is no expression.
    pub(super) is_block: bool,
}

impl Js {
    pub(super) fn body(&mut self, block: &Block) -> Body {
        match block.stmts.as_slice() {
            [] => Body {
                is_block: true,
                ..Body::default()
            },
            [Stmt::Expr(expression, _)] if !is_statement(expression) => {
                let Lowered { code, check } = self.expression(expression);
                Body {
                    code,
                    check,
                    is_block: false,
                }
            }
            [Stmt::Macro(call)] => {
                let call = syn::ExprMacro {
                    attrs: Vec::new(),
                    mac: call.mac.clone(),
                };
                let Lowered { code, check } = self.macro_call(&call);
                Body {
                    code,
                    check,
                    is_block: false,
                }
            }
            statements => {
                let Lowered { code, check } = self.statements(statements);
                Body {
                    code,
                    check,
                    is_block: true,
                }
            }
        }
    }

    fn statements(&mut self, statements: &[Stmt]) -> Lowered {
        let scope = self.locals.enter();
        let mut code = Code::of(Level::LOWEST);
        let mut checks = Vec::new();
        for (i, statement) in statements.iter().enumerate() {
            if i > 0 {
                code = if code.ends_with_block() {
                    code.push(" ")
                } else {
                    code.push("; ")
                };
            }
            let statement = self.statement(statement);
            code = code.embed(statement.code, Level::LOWEST);
            checks.push(statement.check);
        }
        self.locals.leave(scope);
        Lowered {
            code,
            check: quote!(#(#checks)*),
        }
    }

    fn statement(&mut self, statement: &Stmt) -> Lowered {
        match statement {
            Stmt::Local(local) => self.local(local),
            Stmt::Expr(Expr::If(condition), _) => {
                let Lowered { code, check } = self.branch(condition);
                Lowered {
                    code,
                    check: quote!(#check;),
                }
            }
            Stmt::Expr(Expr::Block(block), _) => {
                let Lowered { code, check } = self.statements(&block.block.stmts);
                Lowered {
                    code: Code::text("{ ", Level::LOWEST)
                        .embed(code, Level::LOWEST)
                        .push(" }"),
                    check: quote!({ #check }),
                }
            }
            Stmt::Expr(expression, _) => {
                let Lowered { code, check } = self.expression(expression);
                Lowered {
                    code,
                    check: quote!(let _ = #check;),
                }
            }
            Stmt::Macro(call) => {
                let call = syn::ExprMacro {
                    attrs: Vec::new(),
                    mac: call.mac.clone(),
                };
                let Lowered { code, check } = self.macro_call(&call);
                Lowered {
                    code,
                    check: quote!(let _ = #check;),
                }
            }
            Stmt::Item(item) => self.error(
                item.span(),
                "functions and other items have no counterpart in the browser",
            ),
        }
    }

    /// `let name = value;`
    fn local(&mut self, local: &Local) -> Lowered {
        let (pattern, ty) = match &local.pat {
            Pat::Type(typed) => {
                let ty = &typed.ty;
                (&*typed.pat, quote!(: #ty))
            }
            pattern => (pattern, TokenStream::new()),
        };
        let (Pat::Ident(name), Some(value)) = (pattern, &local.init) else {
            return self.error(local.span(), "a variable is `let name = value;`");
        };
        if let Some((token, _)) = &value.diverge {
            return self.error(token.span, "`let … else` has no counterpart in the browser");
        }
        let value = self.expression(&value.expr);
        let (pattern, check) = (&name, value.check);
        let javascript = self.locals.declare(&name.ident);
        Lowered {
            code: Code::text(format!("let {javascript} = "), Level::LOWEST)
                .embed(value.code, Level::ASSIGNMENT),
            check: quote!(let #pattern #ty = #check;),
        }
    }

    /// `if (condition) { … } else { … }`
    fn branch(&mut self, condition: &ExprIf) -> Lowered {
        let test = self.condition(&condition.cond);
        let then = self.statements(&condition.then_branch.stmts);
        let (test_check, then_check) = (test.check, then.check);
        let code = Code::text("if (", Level::LOWEST)
            .embed(test.code, Level::LOWEST)
            .push(") { ")
            .embed(then.code, Level::LOWEST)
            .push(" }");
        let span = condition.if_token.span;
        let (code, otherwise) = match condition.else_branch.as_ref().map(|(_, expr)| &**expr) {
            None => (code, TokenStream::new()),
            Some(Expr::If(other)) => {
                let other = self.branch(other);
                let check = other.check;
                (
                    code.push(" else ").embed(other.code, Level::LOWEST),
                    quote!(else { #check }),
                )
            }
            Some(Expr::Block(block)) => {
                let other = self.statements(&block.block.stmts);
                let check = other.check;
                let code = code
                    .push(" else { ")
                    .embed(other.code, Level::LOWEST)
                    .push(" }");
                (code, quote!(else { #check }))
            }
            Some(other) => return self.error(other.span(), "behind `else` stands a block"),
        };
        Lowered {
            code,
            check: quote_spanned!(span=> if #test_check { #then_check } #otherwise),
        }
    }
}

/// Whether an expression can only be printed as a statement.
fn is_statement(expression: &Expr) -> bool {
    match expression {
        Expr::If(condition) => {
            let branch = |block: &Block| match block.stmts.as_slice() {
                [Stmt::Expr(inner, None)] => is_statement(inner),
                [Stmt::Macro(call)] => call.semi_token.is_some(),
                _ => true,
            };
            let otherwise = match &condition.else_branch {
                Some((_, otherwise)) => is_statement(otherwise),
                None => true,
            };
            otherwise || branch(&condition.then_branch)
        }
        Expr::Block(block) => match block.block.stmts.as_slice() {
            [Stmt::Expr(inner, None)] => is_statement(inner),
            _ => true,
        },
        _ => false,
    }
}
