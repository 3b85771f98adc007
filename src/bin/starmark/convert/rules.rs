//! What the macros would say to a literal: the library's own rules, asked before the program is compiled.

use starmark::data::{self, Code, Found, Given, Place, Use};
use starmark::testing::check::problem_in_template;
use starmark::value::Literal;

use super::dom::Element;

/// Whether the rule of a row accepts a literal, or what the macro would say.
pub(crate) fn literal(name: &str, rule: &'static str, value: &str) -> Result<(), String> {
    let (rule, keywords) = match rule.split_at_checked(1) {
        Some(("=", keywords)) => (Literal::Keyword, keywords.split(',').collect()),
        Some(("#", _)) => (Literal::Number, Vec::new()),
        Some(("!", _)) => (Literal::Flag, Vec::new()),
        _ => return Ok(()),
    };
    let code = Code {
        text: Some(value),
        ..Code::PLAIN
    };
    let used = Use {
        given: Given::Code(code),
        ..Use::on(Place::CUSTOM)
    };
    // The rules are made for constants; the program ends before this adds up to anything.
    let found = Found::Declared(lasting(name), rule, keywords.leak());
    answer(data::check(found, used).first())
}

/// Whether a `data-*` attribute is one that the macro accepts, or what it would say.
pub(crate) fn data(element: &Element, name: &str, value: &str) -> Result<(), String> {
    answer(problem_in_template(&element.name, name, value).as_deref())
}

fn answer(problem: Option<&str>) -> Result<(), String> {
    match problem {
        Some(message) => Err(format!("{message} (it is in quotes, unchecked)")),
        None => Ok(()),
    }
}

fn lasting(text: &str) -> &'static str {
    text.to_owned().leak()
}
