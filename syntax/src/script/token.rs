//! The pieces of JavaScript, with signals and actions among them.

/// A piece of code.
#[derive(Clone, Copy, Debug)]
pub(super) struct Token {
    pub(super) kind: Kind,
    pub(super) start: usize,
    pub(super) end: usize,
    /// A line break stands before it.
    pub(super) newline: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// The end of the code.
    End,
    /// A name or a keyword.
    Name,
    /// `#name`
    Private,
    /// `$name`
    Signal,
    /// `@name(`
    Action,
    Number,
    Text,
    /// An operator, a bracket, the beginning of a template or of a regular expression.
    Mark,
    /// A value that is known when the page is rendered.
    Hole,
}

/// What is not code, and where it ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Region {
    Comment,
    LineComment,
    Text,
    Template,
    Pattern,
}

/// Stands in code for a value that is known when the page is rendered.
pub const HOLE: char = '\u{fffc}';

/// All marks, the longest first.
pub(super) const MARKS: [&str; 61] = [
    ">>>=", "...", "===", "!==", "**=", "<<=", ">>=", ">>>", "&&=", "||=", "??=", "=>", "==", "!=",
    "<=", ">=", "&&", "||", "??", "?.", "++", "--", "+=", "-=", "*=", "/=", "%=", "&=", "|=", "^=",
    "<<", ">>", "**", "{", "}", "(", ")", "[", "]", ";", ",", "<", ">", "+", "-", "*", "/", "%",
    "&", "|", "^", "!", "~", "?", ":", "=", ".", "@", "`", "#", "\\",
];

pub(super) fn begins_name(c: char) -> bool {
    c == '_' || c == '$' || c.is_alphabetic()
}

pub(super) fn continues_name(c: char) -> bool {
    // Marks that stand over letters are not alphabetic for Rust; punctuation has blocks of its own.
    begins_name(c)
        || c.is_alphanumeric()
        || matches!(c, '\u{200c}' | '\u{200d}' | '\u{300}'..'\u{2000}' | '\u{20d0}'..'\u{2100}')
}

/// Words that cannot name anything.
pub(super) fn is_reserved(word: &str) -> bool {
    begins_statement(word)
        || matches!(
            word,
            "case" | "catch" | "default" | "delete" | "else" | "enum" | "extends"
        )
        || matches!(
            word,
            "false" | "finally" | "in" | "instanceof" | "new" | "null" | "super"
        )
        || matches!(
            word,
            "this" | "true" | "typeof" | "void" | "function" | "class" | "import"
        )
}

/// Words that begin a statement and cannot begin a value.
pub(super) fn begins_statement(word: &str) -> bool {
    matches!(
        word,
        "break" | "const" | "continue" | "debugger" | "do" | "export" | "for" | "if"
    ) || matches!(
        word,
        "return" | "switch" | "throw" | "try" | "var" | "while" | "with"
    )
}
