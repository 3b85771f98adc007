//! What the parser says when the next token does not fit.

use super::parser::Parser;
use super::token::{Kind, Token, begins_statement};
use super::wording::{Read, Stop, problem, quote};

impl Parser<'_> {
    /// Whether a value that is known only when the page is rendered stands beside the problem.
    pub(super) fn near_hole(&mut self) -> bool {
        let is_hole = |token: Option<Token>| token.is_some_and(|token| token.kind == Kind::Hole);
        is_hole(Some(self.token)) || is_hole(self.before) || is_hole(self.peek())
    }

    /// The last piece of a value is a statement.
    pub(super) fn no_value<T>(&self) -> Read<T> {
        problem(format!(
            "{} begins a statement, which has no value; write an expression such as `$a ? 1 : 2`",
            quote(self.word())
        ))
    }

    /// A value is missing here.
    pub(super) fn no_operand<T>(&mut self) -> Read<T> {
        if self.near_hole() {
            return Err(Stop::Unknown);
        }
        let word = self.word();
        if self.token.kind == Kind::Name && (begins_statement(word) || word == "else") {
            return self.no_value();
        }
        let after_mark = self.before.is_some_and(|token| token.kind == Kind::Mark);
        if self.open.is_empty() && self.at_any(&[")", "]", "}"]) && !after_mark {
            return self.wrong_bracket(word);
        }
        if self.at("@") {
            return problem(
                "an action is written `@name(…)`, without a space between `@`, its name and `(`",
            );
        }
        if self.token.kind == Kind::Name && word != "in" && word != "instanceof" {
            return problem(format!(
                "{} is a word of JavaScript that cannot stand here",
                quote(word)
            ));
        }
        let Some(before) = self.before else {
            return problem(format!("nothing stands before {}", quote(word)));
        };
        let before = self.lexer.slice(before);
        let opened = matches!(before, "(" | "[" | "{" | "${");
        let closes = self.is_end() || !opened && self.at_any(&[")", "]", "}"]);
        if self.is_end() && !self.open.is_empty() && before != "=" && !is_operator(before) {
            return self.unexpected();
        }
        if closes || self.at(";") {
            return problem(format!("nothing stands after {}", quote(before)));
        }
        problem(format!(
            "a value is missing between {} and {}",
            quote(before),
            quote(word)
        ))
    }

    /// Something stands here that cannot follow what is before it.
    pub(super) fn unexpected<T>(&mut self) -> Read<T> {
        if self.is_end() && !self.open.is_empty() {
            return self.not_closed();
        }
        if self.near_hole() {
            return Err(Stop::Unknown);
        }
        let word = self.word();
        if self.at_any(&[")", "]", "}"]) {
            return self.wrong_bracket(word);
        }
        if self.is_end() {
            return self.not_closed();
        }
        if self.at(";") && self.in_tail {
            return self.hidden_end();
        }
        if self.at("@") {
            return self.no_operand();
        }
        let Some(before) = self.before else {
            return self.no_operand();
        };
        let operand = self.token.kind != Kind::Mark || self.at_any(&["{", "`", "!", "~"]);
        if operand {
            return self.side_by_side(before);
        }
        problem(format!(
            "{} cannot follow {}",
            quote(word),
            quote(self.lexer.slice(before))
        ))
    }

    fn wrong_bracket<T>(&self, word: &str) -> Read<T> {
        let Some(open) = self.open.last() else {
            return problem(format!("`{word}` closes nothing"));
        };
        let place = quote(&self.lexer.code[open.start..self.token.end]);
        let opening = self.lexer.slice(*open).chars().last().unwrap_or_default();
        problem(format!(
            "in {place} the bracket `{opening}` is closed by `{word}`"
        ))
    }

    fn not_closed<T>(&self) -> Read<T> {
        match self.open.last() {
            Some(open) => {
                let bracket = self.lexer.slice(*open).chars().last().unwrap_or_default();
                let place = quote(&self.lexer.code[open.start..]);
                problem(format!("`{bracket}` is not closed: {place}"))
            }
            None => problem(format!(
                "the code ends too early, after {}",
                self.last_word()
            )),
        }
    }

    pub(super) fn last_word(&self) -> String {
        quote(self.before.map_or("", |token| self.lexer.slice(token)))
    }

    /// A `;` that ends nothing, because the client did not see it.
    fn hidden_end<T>(&self) -> Read<T> {
        if self.lexer.code.contains('/') {
            return problem(
                "the client takes the text between two `/` for a regular expression, so this `;` does \
                 not end a statement; use `,` instead, or a factor such as `* 0.5`",
            );
        }
        if self.lexer.code.contains(r"\\") {
            return problem(
                "the client misreads `\\\\'`, so this `;` does not end a statement; write `\\\\` as `\\x5c`",
            );
        }
        problem(
            "the client takes this `;` for a part of a text, so it does not end a statement; use `,`",
        )
    }

    fn side_by_side<T>(&self, before: Token) -> Read<T> {
        let (left, right) = (self.lexer.slice(before), self.word());
        if left == "let" {
            return problem(
                "`let` begins a statement, which has no value; write an expression such as `$a ? 1 : 2`",
            );
        }
        if let Some(operator) = in_words(left).or_else(|| in_words(right)) {
            return problem(format!(
                "{} and {} stand side by side; JavaScript writes `{operator}`",
                quote(left),
                quote(right)
            ));
        }
        let touching = before.end == self.token.start;
        if touching && before.kind == Kind::Signal && self.token.kind == Kind::Name {
            return problem(format!(
                "the name of the signal ends after {}; other letters than a–z, digits and `_` need `$['…']`",
                quote(left)
            ));
        }
        if touching
            && before.kind == Kind::Text
            && self.token.kind == Kind::Name
            && !left.starts_with('/')
        {
            return problem(format!(
                "the string {} ends before {}; write a quote inside of a string as `\\x27`",
                quote(left),
                quote(right)
            ));
        }
        let end = if self.in_tail && self.token.newline {
            "; in a value a line break does not end a statement, `;` does"
        } else {
            ", without an operator, `,` or `;` between them"
        };
        problem(format!(
            "{} and {} stand side by side{end}",
            quote(left),
            quote(right)
        ))
    }
}

fn is_operator(word: &str) -> bool {
    !matches!(word, "(" | "[" | "{" | "," | ":" | "${") && !word.starts_with('@')
}

/// What JavaScript writes for an operator of another language.
fn in_words(word: &str) -> Option<&'static str> {
    match word {
        "and" => Some("&&"),
        "or" => Some("||"),
        "not" => Some("!"),
        "is" | "eq" => Some("==="),
        _ => None,
    }
}
