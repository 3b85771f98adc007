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
    /// A level by its number, as the macro knows it.
    pub const fn of(level: u8) -> Self {
        Self(level)
    }

    /// What the right side of an operator that groups to the left has to bind like.
    pub const fn tighter(self) -> Self {
        Self(self.0 + 1)
    }

    /// Appends code of this level, in parentheses if the surroundings ask for more; says what it then binds like.
    pub fn wrap(self, wanted: Self, out: &mut String, write: impl FnOnce(&mut String)) -> Self {
        self.open(wanted, out);
        write(out);
        self.close(wanted, out);
        if self < wanted { Self::PRIMARY } else { self }
    }

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
