//! How tightly an expression of JavaScript binds (<https://tc39.es/ecma262/#sec-ecmascript-language-expressions>).

/// How tightly an expression binds; the higher, the tighter.
#[doc(hidden)]
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Level(u8);

macro_rules! levels {
    ($($(#[$doc:meta])* $level:ident $number:literal;)*) => {
        impl Level { $($(#[$doc])* pub const $level: Self = Self($number);)* }
    };
}

levels! {
    /// Anything at all, statements too.
    LOWEST 0;
    /// `a = b`, `x => y`
    ASSIGNMENT 1;
    /// `a ? b : c`
    CONDITIONAL 2;
    /// `a || b`
    OR 3;
    /// `a && b`
    AND 4;
    /// `a === b`
    EQUALITY 5;
    /// `a < b`
    RELATION 6;
    /// `a + b`
    SUM 7;
    /// `a * b`
    PRODUCT 8;
    /// `a ** b`
    POWER 9;
    /// `!a`, `-a`
    UNARY 10;
    /// `a++`
    POSTFIX 11;
    /// `a.b`, `a(b)`, `a[b]`, literals
    PRIMARY 12;
}

impl Level {
    /// Opens a parenthesis if the surroundings ask for more.
    pub fn open(self, wanted: Self, out: &mut String) {
        if self < wanted {
            out.push('(');
        }
    }

    /// Closes it.
    pub fn close(self, wanted: Self, out: &mut String) {
        if self < wanted {
            out.push(')');
        }
    }
}
