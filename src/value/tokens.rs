//! Lists of space-separated tokens, such as the classes of an element.

use super::{Tokens, Value};
use crate::buffer::Buffer;

/// An item of a token list; it can leave itself out.
///
/// ```
/// use starmark::html::div;
/// use starmark::render;
///
/// let late = true;
/// let card = div().class([("card", true), ("late", late), ("done", false)]);
/// assert_eq!(render(card).into_string(), "<div class=\"card late\"></div>");
/// ```
pub trait Token {
    /// The token, if it is on.
    fn token(&self) -> Option<&str>;
}

impl Token for str {
    fn token(&self) -> Option<&str> {
        Some(self)
    }
}

impl Token for String {
    fn token(&self) -> Option<&str> {
        Some(self)
    }
}

impl<T: Token + ?Sized> Token for &T {
    fn token(&self) -> Option<&str> {
        T::token(self)
    }
}

impl<T: Token> Token for Option<T> {
    fn token(&self) -> Option<&str> {
        self.as_ref().and_then(T::token)
    }
}

impl<T: Token> Token for (T, bool) {
    fn token(&self) -> Option<&str> {
        self.1.then(|| self.0.token()).flatten()
    }
}

#[diagnostic::do_not_recommend]
impl<T: Token> Value<Tokens> for [T] {
    fn write_value(&self, out: &mut Buffer) {
        let start = out.len();
        for token in self.iter().filter_map(Token::token) {
            if out.len() > start {
                out.trusted(" ");
            }
            out.text(token);
        }
    }
}

#[diagnostic::do_not_recommend]
impl<T: Token, const N: usize> Value<Tokens> for [T; N] {
    fn write_value(&self, out: &mut Buffer) {
        self.as_slice().write_value(out);
    }
}

#[diagnostic::do_not_recommend]
impl<T: Token> Value<Tokens> for Vec<T> {
    fn write_value(&self, out: &mut Buffer) {
        self.as_slice().write_value(out);
    }
}
