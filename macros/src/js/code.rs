//! Code in pieces: text that is known now, and what is printed at run time.

use proc_macro2::{Ident, TokenStream};
use quote::quote;

/// How tightly an expression binds; the same numbers as in the library.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Level(pub(crate) u8);

impl Level {
    pub(crate) const LOWEST: Self = Self(0);
    pub(crate) const ASSIGNMENT: Self = Self(1);
    pub(crate) const CONDITIONAL: Self = Self(2);
    pub(crate) const OR: Self = Self(3);
    pub(crate) const AND: Self = Self(4);
    pub(crate) const EQUALITY: Self = Self(5);
    pub(crate) const RELATION: Self = Self(6);
    pub(crate) const SUM: Self = Self(7);
    pub(crate) const PRODUCT: Self = Self(8);
    pub(crate) const UNARY: Self = Self(10);
    pub(crate) const PRIMARY: Self = Self(12);

    /// What the right side of an operator that groups to the left has to bind like.
    pub(crate) const fn tighter(self) -> Self {
        Self(self.0 + 1)
    }
}

/// Code, and how tightly it binds.
pub(crate) struct Code {
    pieces: Vec<Piece>,
    /// Pieces that print themselves know their level, and only at run time.
    level: Option<Level>,
}

enum Piece {
    Text(String),
    Print(Print, Level),
}

/// A call of the library that prints.
pub(crate) struct Print {
    /// The function, or a method up to its name.
    pub(crate) function: TokenStream,
    /// What it is given first.
    pub(crate) given: Vec<TokenStream>,
    /// The code that it prints around, if there is any.
    pub(crate) arguments: Vec<Code>,
}

impl Default for Code {
    fn default() -> Self {
        Self {
            pieces: Vec::new(),
            level: Some(Level::PRIMARY),
        }
    }
}

impl Code {
    pub(crate) fn text(text: impl Into<String>, level: Level) -> Self {
        Self {
            pieces: vec![Piece::Text(text.into())],
            level: Some(level),
        }
    }

    /// What a function of the library prints, which also knows how tightly that binds.
    pub(crate) fn print(print: Print) -> Self {
        Self {
            pieces: vec![Piece::Print(print, Level::LOWEST)],
            level: None,
        }
    }

    /// Nothing yet, of a level.
    pub(crate) fn of(level: Level) -> Self {
        Self {
            pieces: Vec::new(),
            level: Some(level),
        }
    }

    /// Adds text.
    pub(crate) fn push(mut self, text: &str) -> Self {
        match self.pieces.last_mut() {
            Some(Piece::Text(last)) => last.push_str(text),
            _ => self.pieces.push(Piece::Text(text.to_owned())),
        }
        self
    }

    /// Adds code that has to bind at least like `wanted`.
    pub(crate) fn embed(mut self, code: Self, wanted: Level) -> Self {
        match code.level {
            Some(level) if level < wanted => self.push("(").append(code.pieces).push(")"),
            Some(_) => self.append(code.pieces),
            None => {
                for piece in code.pieces {
                    self.pieces.push(match piece {
                        Piece::Print(print, _) => Piece::Print(print, wanted),
                        text @ Piece::Text(_) => text,
                    });
                }
                self
            }
        }
    }

    /// The same code as one that binds like `level`.
    pub(crate) fn at(self, level: Level) -> Self {
        Self {
            level: Some(level),
            ..self
        }
    }

    fn append(mut self, pieces: Vec<Piece>) -> Self {
        for piece in pieces {
            match piece {
                Piece::Text(text) => self = self.push(&text),
                piece @ Piece::Print(..) => self.pieces.push(piece),
            }
        }
        self
    }

    /// Whether it ends with a closed block, so that no semicolon is needed behind it.
    pub(crate) fn ends_with_block(&self) -> bool {
        matches!(self.pieces.last(), Some(Piece::Text(text)) if text.ends_with('}'))
    }

    /// Whether it begins with a sign, which two of make another operator.
    pub(crate) fn begins_with(&self, sign: char) -> bool {
        matches!(self.pieces.first(), Some(Piece::Text(text)) if text.starts_with(sign))
    }

    /// The statements that append it to `out`, as a block that is worth its level.
    pub(crate) fn write(&self, krate: &TokenStream, out: &Ident, level: &Ident) -> TokenStream {
        let mut writes = Vec::new();
        for piece in &self.pieces {
            writes.push(match piece {
                Piece::Text(text) => quote!(#out.push_str(#text);),
                Piece::Print(print, wanted) => {
                    let wanted = wanted.0;
                    let wanted = quote!(#krate::js::Level::of(#wanted));
                    let call = print.call(krate, &wanted, out, level);
                    if self.level.is_none() {
                        return quote!({ #call });
                    }
                    quote!(#call;)
                }
            });
        }
        let own = self.level.unwrap_or(Level::PRIMARY).0;
        quote!({ #(#writes)* #krate::js::Level::of(#own) })
    }

    /// A closure that appends it, in parentheses if that is asked for.
    fn closure(&self, krate: &TokenStream, out: &Ident, level: &Ident) -> TokenStream {
        let write = match (&self.level, self.pieces.as_slice()) {
            (None, [Piece::Print(print, _)]) => {
                let call = print.call(krate, &quote!(#level), out, level);
                quote!(#call;)
            }
            _ => {
                let own = self.level.unwrap_or(Level::PRIMARY).0;
                let write = self.write(krate, out, level);
                quote! {
                    #krate::js::Level::of(#own).open(#level, #out);
                    #write;
                    #krate::js::Level::of(#own).close(#level, #out);
                }
            }
        };
        quote!(&|#level: #krate::js::Level, #out: &mut ::std::string::String| { #write })
    }
}

impl Print {
    fn call(
        &self,
        krate: &TokenStream,
        wanted: &TokenStream,
        out: &Ident,
        level: &Ident,
    ) -> TokenStream {
        let Self {
            function,
            given,
            arguments,
        } = self;
        if arguments.is_empty() {
            return quote!(#function(#(#given,)* #wanted, #out));
        }
        let arguments = arguments.iter().map(|code| code.closure(krate, out, level));
        quote!(#function(#(#given,)* &[#(#arguments),*], #wanted, #out))
    }
}
