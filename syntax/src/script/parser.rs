//! The state of reading: the token at hand, what is open, and what was found on the way.

use std::collections::{BTreeMap, BTreeSet, HashSet};

use super::lexer::Lexer;
use super::text::{Tail, Text};
use super::token::{Kind, Token, is_reserved};
use super::wording::{CUT, Read, Stop, problem};
use super::{Call, Shape, Signal};

/// Deeper code is not judged, because the parser must not use up the stack of the compiler.
const DEEPEST: usize = 120;

/// A reader of one text.
pub(super) struct Parser<'t> {
    pub(super) lexer: Lexer<'t>,
    pub(super) token: Token,
    /// The token before.
    pub(super) before: Option<Token>,
    /// The brackets that are open.
    pub(super) open: Vec<Token>,
    pub(super) function: Function,
    pub(super) found: Found,
    /// The names that `let` and `const` declare, block by block.
    pub(super) blocks: Vec<HashSet<String>>,
    /// Inside the head of a `for`, `in` is no operator.
    pub(super) no_in: bool,
    /// How many classes are around, with their private names.
    pub(super) classes: usize,
    /// How many methods are around, in which `super` works.
    pub(super) methods: usize,
    pub(super) tail: Option<Tail>,
    pub(super) in_tail: bool,
    depth: usize,
}

/// What the function around allows.
#[derive(Clone, Debug, Default)]
pub(super) struct Function {
    pub(super) asynchronous: bool,
    pub(super) generator: bool,
    pub(super) loops: usize,
    pub(super) switches: usize,
    pub(super) labels: Vec<String>,
}

/// What the code contains.
#[derive(Debug)]
pub(super) struct Found {
    /// Where signals and actions stand in code.
    pub(super) places: BTreeSet<usize>,
    pub(super) calls: Vec<Call>,
    /// Signals, by their places.
    pub(super) signals: BTreeMap<usize, Signal>,
    pub(super) reads: Vec<Name>,
    pub(super) declared: HashSet<String>,
    pub(super) shape: Shape,
}

/// A name that is read.
#[derive(Debug)]
pub(super) struct Name {
    pub(super) text: String,
    pub(super) start: usize,
    /// It is called, or something of it is read, so it is an object of the page.
    pub(super) base: bool,
}

impl<'t> Parser<'t> {
    pub(super) fn new(text: &'t Text) -> Self {
        Self {
            lexer: Lexer::new(text),
            token: Token {
                kind: Kind::End,
                start: 0,
                end: 0,
                newline: true,
            },
            before: None,
            open: Vec::new(),
            function: Function::default(),
            found: Found {
                places: BTreeSet::new(),
                calls: Vec::new(),
                signals: BTreeMap::new(),
                reads: Vec::new(),
                declared: HashSet::new(),
                shape: Shape::Other,
            },
            blocks: vec![HashSet::new()],
            no_in: false,
            classes: 0,
            methods: 0,
            tail: text.tail,
            in_tail: false,
            depth: 0,
        }
    }

    /// Reads all of it.
    pub(super) fn program(&mut self) -> Read<()> {
        self.token = self.lexer.next()?;
        while !self.is_end() || self.at_tail() {
            self.statement()?;
        }
        Ok(())
    }

    pub(super) fn is_end(&self) -> bool {
        self.token.kind == Kind::End
    }

    /// Whether the last piece of a value begins here.
    pub(super) fn at_tail(&self) -> bool {
        !self.in_tail && self.tail.is_some_and(|tail| self.token.start >= tail.start)
    }

    /// The token as it is written.
    pub(super) fn word(&self) -> &'t str {
        self.lexer.slice(self.token)
    }

    pub(super) fn at(&self, mark: &str) -> bool {
        self.token.kind == Kind::Mark && self.word() == mark
    }

    pub(super) fn at_any(&self, marks: &[&str]) -> bool {
        self.token.kind == Kind::Mark && marks.contains(&self.word())
    }

    pub(super) fn at_word(&self, word: &str) -> bool {
        self.token.kind == Kind::Name && self.word() == word
    }

    /// Whether a name stands here that something may be called.
    pub(super) fn at_name(&self) -> bool {
        self.token.kind == Kind::Name && !is_reserved(self.word())
    }

    /// Goes to the next token and returns this one.
    pub(super) fn bump(&mut self) -> Read<Token> {
        if self.at_tail() && !self.is_end() {
            return self.cut_inside();
        }
        let token = self.token;
        if matches!(token.kind, Kind::Signal | Kind::Action) {
            self.found.places.insert(token.start);
        }
        if token.kind == Kind::Signal {
            let path = self.lexer.slice(token)[1..].to_owned();
            let signal = Signal {
                path,
                is_set: false,
            };
            self.found.signals.insert(token.start, signal);
        }
        self.before = Some(token);
        self.token = self.lexer.next()?;
        Ok(token)
    }

    /// The last piece of a value begins in the middle of something.
    fn cut_inside<T>(&self) -> Read<T> {
        if self.open.is_empty() {
            return self.no_value();
        }
        problem(CUT)
    }

    /// Takes a mark if it stands here.
    pub(super) fn take(&mut self, mark: &str) -> Read<bool> {
        let here = self.at(mark);
        if here {
            self.bump()?;
        }
        Ok(here)
    }

    pub(super) fn take_word(&mut self, word: &str) -> Read<bool> {
        let here = self.at_word(word);
        if here {
            self.bump()?;
        }
        Ok(here)
    }

    /// The token after this one. A token that cannot be read is read again later, with its problem.
    pub(super) fn peek(&mut self) -> Option<Token> {
        let next = self.lexer.next().ok();
        self.lexer.at = self.token.end;
        next
    }

    pub(super) fn peek_is(&mut self, mark: &str) -> bool {
        let next = self.peek();
        next.is_some_and(|token| token.kind == Kind::Mark && self.lexer.slice(token) == mark)
    }

    /// Takes an opening bracket; an action brings one along.
    pub(super) fn open(&mut self) -> Read<Token> {
        self.open.push(self.token);
        self.bump()
    }

    /// Takes the bracket that closes the last one.
    pub(super) fn close(&mut self, mark: &str) -> Read<()> {
        if !self.at(mark) {
            return self.unexpected();
        }
        self.open.pop();
        self.bump().map(drop)
    }

    /// Takes an opening bracket that has to stand here.
    pub(super) fn expect_open(&mut self, mark: &str) -> Read<Token> {
        if self.at(mark) {
            self.open()
        } else if self.near_hole() {
            Err(Stop::Unknown)
        } else {
            problem(format!("`{mark}` is missing after {}", self.last_word()))
        }
    }

    /// Reads something inside of something, as long as the stack allows.
    pub(super) fn nested<T>(&mut self, read: impl FnOnce(&mut Self) -> Read<T>) -> Read<T> {
        if self.depth >= DEEPEST {
            return Err(Stop::Unknown);
        }
        self.depth += 1;
        let result = read(self);
        self.depth -= 1;
        result
    }

    /// Remembers that a name is read.
    pub(super) fn reads(&mut self, token: Token) {
        self.found.reads.push(Name {
            text: self.lexer.slice(token).to_owned(),
            start: token.start,
            base: false,
        });
    }

    /// The name that was read here is more than a value: it is called, or something of it is read.
    pub(super) fn base(&mut self, start: usize) {
        let reads = self.found.reads.iter_mut().rev();
        reads
            .filter(|name| name.start == start)
            .for_each(|name| name.base = true);
    }
}
