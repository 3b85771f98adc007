//! Operators, and the types that each has the same meaning for.

use proc_macro2::{Ident, Span, TokenStream};
use quote::{quote, quote_spanned};
use syn::spanned::Spanned as _;
use syn::{BinOp, ExprBinary, UnOp};

use super::code::{Code, Level, Print};
use super::{Js, Lowered};

/// An operator that prints the same for all types that it is allowed for.
struct Operator {
    javascript: &'static str,
    level: Level,
    /// The function of the library that says which types it is for; empty if Rust says it.
    bound: &'static str,
}

impl Js {
    pub(super) fn unary(&mut self, unary: &syn::ExprUnary) -> Lowered {
        let Lowered { code, check } = self.expression(&unary.expr);
        let span = unary.expr.span();
        let krate = self.at(span);
        match unary.op {
            UnOp::Not(not) => Lowered {
                code: Code::text("!", Level::UNARY).embed(code, Level::UNARY),
                // For integers it would be another operator.
                check: quote_spanned!(span=> #not { let condition: bool = #check; condition }),
            },
            UnOp::Neg(minus) => {
                // Two signs in a row would be a decrement.
                let wanted = if code.begins_with('-') {
                    Level::PRIMARY
                } else {
                    Level::UNARY
                };
                Lowered {
                    code: Code::text("-", Level::UNARY).embed(code, wanted),
                    check: quote_spanned!(span=> #minus #krate::js::check::number(#check)),
                }
            }
            UnOp::Deref(star) => Lowered {
                code,
                check: quote!(#star #check),
            },
            _ => self.refused(&unary.expr),
        }
    }

    pub(super) fn binary(&mut self, binary: &ExprBinary) -> Lowered {
        if let Some(operator) = assignment(&binary.op) {
            return self.compound(binary, &operator);
        }
        if matches!(binary.op, BinOp::Div(_)) {
            return self.division(binary);
        }
        let Some(Operator {
            javascript,
            level,
            bound,
        }) = operator(&binary.op)
        else {
            return self.error(
                binary.op.span(),
                "this operator has no counterpart in the browser with the same meaning",
            );
        };
        let (left, right) = (
            self.expression(&binary.left),
            self.expression(&binary.right),
        );
        let bound = self.bound(bound, &left.check, binary.left.span());
        let (op, right_check) = (&binary.op, right.check);
        // A comparison of a comparison is no Rust, so only the other operators group.
        Lowered {
            code: Code::of(level)
                .embed(left.code, level)
                .push(&format!(" {javascript} "))
                .embed(right.code, level.tighter()),
            check: quote!(#bound #op #right_check),
        }
    }

    /// Integers divide without a remainder.
    fn division(&mut self, binary: &ExprBinary) -> Lowered {
        let (left, right) = (
            self.expression(&binary.left),
            self.expression(&binary.right),
        );
        let (krate, witness) = (self.at(binary.op.span()), self.witness());
        let (op, check, right_check) = (&binary.op, left.check, right.check);
        Lowered {
            code: Code::print(Print {
                function: quote_spanned!(op.span()=> #krate::js::operator::divide),
                given: vec![quote!(&#witness)],
                arguments: vec![left.code, right.code],
            }),
            check: quote!(#witness.see(#check) #op #right_check),
        }
    }

    /// `a += b`
    fn compound(&mut self, binary: &ExprBinary, operator: &Operator) -> Lowered {
        let place = self.place_of(&binary.left);
        let value = self.expression(&binary.right);
        let krate = self.krate.clone();
        let (op, left, right) = (&binary.op, place.check, value.check);
        if matches!(binary.op, BinOp::DivAssign(_)) {
            let witness = self.witness();
            return Lowered {
                code: Code::print(Print {
                    function: quote!(#krate::js::operator::divide_in_place),
                    given: vec![quote!(&#witness)],
                    arguments: vec![place.code, value.code],
                }),
                check: quote!(*#witness.see_place(&mut #left) #op #right),
            };
        }
        let bound = Ident::new(&format!("{}_place", operator.bound), Span::call_site());
        let span = binary.left.span();
        let krate = self.at(span);
        let left = quote_spanned!(span=> *#krate::js::check::#bound(&mut #left));
        Lowered {
            code: Code::of(Level::ASSIGNMENT)
                .embed(place.code, Level::PRIMARY)
                .push(&format!(" {} ", operator.javascript))
                .embed(value.code, Level::ASSIGNMENT),
            check: quote!(#left #op #right),
        }
    }

    fn bound(&self, bound: &str, check: &TokenStream, span: Span) -> TokenStream {
        if bound.is_empty() {
            return check.clone();
        }
        let krate = self.at(span);
        let bound = Ident::new(bound, Span::call_site());
        quote_spanned!(span=> #krate::js::check::#bound(#check))
    }

    pub(super) fn cast(&mut self, cast: &syn::ExprCast) -> Lowered {
        let (krate, from, to) = (self.at(cast.as_token.span), self.witness(), self.witness());
        let Lowered { code, check } = self.expression(&cast.expr);
        let ty = &cast.ty;
        Lowered {
            code: Code::print(Print {
                function: quote_spanned!(cast.as_token.span=> #krate::js::operator::cast),
                given: vec![quote!(&#from), quote!(&#to)],
                arguments: vec![code],
            }),
            check: quote!(#to.exactly(#from.exactly(#check) as #ty)),
        }
    }
}

fn operator(op: &BinOp) -> Option<Operator> {
    let (javascript, level, bound) = match op {
        BinOp::Add(_) => ("+", Level::SUM, "added"),
        BinOp::Sub(_) => ("-", Level::SUM, "number"),
        BinOp::Mul(_) => ("*", Level::PRODUCT, "number"),
        BinOp::Rem(_) => ("%", Level::PRODUCT, "number"),
        BinOp::Eq(_) => ("===", Level::EQUALITY, "compared"),
        BinOp::Ne(_) => ("!==", Level::EQUALITY, "compared"),
        BinOp::Lt(_) => ("<", Level::RELATION, "ordered"),
        BinOp::Le(_) => ("<=", Level::RELATION, "ordered"),
        BinOp::Gt(_) => (">", Level::RELATION, "ordered"),
        BinOp::Ge(_) => (">=", Level::RELATION, "ordered"),
        BinOp::And(_) => ("&&", Level::AND, ""),
        BinOp::Or(_) => ("||", Level::OR, ""),
        _ => return None,
    };
    Some(Operator {
        javascript,
        level,
        bound,
    })
}

fn assignment(op: &BinOp) -> Option<Operator> {
    let (javascript, bound) = match op {
        BinOp::AddAssign(_) => ("+=", "added"),
        BinOp::SubAssign(_) => ("-=", "number"),
        BinOp::MulAssign(_) => ("*=", "number"),
        BinOp::RemAssign(_) => ("%=", "number"),
        BinOp::DivAssign(_) => ("/=", "number"),
        _ => return None,
    };
    Some(Operator {
        javascript,
        level: Level::ASSIGNMENT,
        bound,
    })
}
