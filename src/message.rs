//! Sentences put together while the program is compiled, and the comparisons that lead to them.
//!
//! Constant evaluation has no allocation and no iterators; this is the little that checks need.

/// How long a message can be; the rest is cut off.
const CAPACITY: usize = 320;

/// A text of at most `N` bytes that is put together while the program is compiled.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Joined<const N: usize> {
    bytes: [u8; N],
    length: usize,
}

impl<const N: usize> Joined<N> {
    pub(crate) const EMPTY: Self = Self {
        bytes: [0; N],
        length: 0,
    };

    /// Adds a part; a text that is too long stops the compilation with `message`.
    pub(crate) const fn push(mut self, part: &str, message: &str) -> Self {
        assert!(self.length + part.len() <= N, "{}", message);
        let mut i = 0;
        while i < part.len() {
            self.bytes[self.length] = part.as_bytes()[i];
            self.length += 1;
            i += 1;
        }
        self
    }

    pub(crate) const fn as_str(&self) -> &str {
        match std::str::from_utf8(self.bytes.split_at(self.length).0) {
            Ok(text) => text,
            Err(_) => "",
        }
    }
}

/// A message of a failed check.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Message {
    bytes: [u8; CAPACITY],
    length: usize,
}

impl Message {
    pub(crate) const fn new(text: &str) -> Self {
        Self {
            bytes: [0; CAPACITY],
            length: 0,
        }
        .push(text)
    }

    pub(crate) const fn push(mut self, text: &str) -> Self {
        // A whole piece or nothing, so that the bytes stay UTF-8.
        if self.length + text.len() <= CAPACITY {
            let mut i = 0;
            while i < text.len() {
                self.bytes[self.length] = text.as_bytes()[i];
                self.length += 1;
                i += 1;
            }
        }
        self
    }

    /// Each capital `X` as `-x`, as a key has it.
    pub(crate) const fn push_hyphenated(mut self, name: &str) -> Self {
        let bytes = name.as_bytes();
        let mut i = 0;
        while i < bytes.len() && self.length + 2 <= CAPACITY {
            if bytes[i].is_ascii_uppercase() {
                self.bytes[self.length] = b'-';
                self.length += 1;
            }
            self.bytes[self.length] = bytes[i].to_ascii_lowercase();
            self.length += 1;
            i += 1;
        }
        self
    }

    /// Names in back-ticks with commas between them; `before` stands before each.
    pub(crate) const fn push_list(mut self, before: &str, names: &[&str]) -> Self {
        let mut i = 0;
        while i < names.len() {
            self = self.push(if i == 0 { "`" } else { ", `" });
            self = self.push(before).push(names[i]).push("`");
            i += 1;
        }
        self
    }

    pub(crate) const fn as_str(&self) -> &str {
        match std::str::from_utf8(self.bytes.split_at(self.length).0) {
            Ok(text) => text,
            Err(_) => "",
        }
    }
}

/// The result of a check: which part of what was written is wrong, and how.
#[derive(Debug, Clone, Copy)]
pub struct Checked(Option<(usize, Message)>);

impl Checked {
    pub(crate) const FINE: Self = Self(None);

    #[expect(
        clippy::large_types_passed_by_value,
        reason = "runs while the program is compiled"
    )]
    pub(crate) const fn at(piece: usize, message: Message) -> Self {
        Self(Some((piece, message)))
    }

    /// What is wrong with a part.
    pub const fn message(&self, piece: usize) -> Option<&str> {
        match &self.0 {
            Some((at, message)) if *at == piece => Some(message.as_str()),
            _ => None,
        }
    }

    /// What is wrong, whichever part it is.
    #[cfg(feature = "testing")]
    pub fn first(&self) -> Option<&str> {
        self.0.as_ref().map(|(_, message)| message.as_str())
    }

    /// Stops the compilation if this part is wrong.
    ///
    /// # Panics
    ///
    /// That is its purpose.
    #[track_caller]
    pub const fn report(&self, piece: usize) {
        if let Some(message) = self.message(piece) {
            panic!("{}", message);
        }
    }

    /// Stops the compilation if any part is wrong; last, after the parts that have a place of their own.
    ///
    /// # Panics
    ///
    /// That is its purpose.
    #[track_caller]
    pub const fn report_rest(&self) {
        if let Some((_, message)) = &self.0 {
            panic!("{}", message.as_str());
        }
    }
}

pub(crate) const fn contains_str(text: &str, part: &str) -> bool {
    let (bytes, first) = (text.as_bytes(), part.as_bytes()[0]);
    let mut i = 0;
    while i + part.len() <= bytes.len() {
        if bytes[i] == first && matches_at(text, part, i) {
            return true;
        }
        i += 1;
    }
    false
}

pub(crate) const fn eq(a: &str, b: &str) -> bool {
    // Most differ in their length already, and a call costs more than a comparison here.
    a.len() == b.len() && matches_at(a, b, 0)
}

pub(crate) const fn eq_ignore_case(a: &str, b: &str) -> bool {
    a.len() == b.len() && a.eq_ignore_ascii_case(b)
}

pub(crate) const fn starts_with(text: &str, prefix: &str) -> bool {
    matches_at(text, prefix, 0)
}

pub(crate) const fn ends_with(text: &str, suffix: &str) -> bool {
    text.len() >= suffix.len() && matches_at(text, suffix, text.len() - suffix.len())
}

const fn matches_at(text: &str, part: &str, at: usize) -> bool {
    let (text, part) = (text.as_bytes(), part.as_bytes());
    if text.len() < at + part.len() {
        return false;
    }
    let mut i = 0;
    while i < part.len() {
        if text[at + i] != part[i] {
            return false;
        }
        i += 1;
    }
    true
}

pub(crate) const fn contains(names: &[&str], name: &str) -> bool {
    let mut i = 0;
    while i < names.len() {
        if eq(names[i], name) {
            return true;
        }
        i += 1;
    }
    false
}

/// Whether one slip of the fingers leads from `wanted` to `written`: two letters swapped, one left out or one
/// too many, or, in a long word, one wrong. In a short word one other letter makes another word (`test` is
/// not `text`).
pub(crate) const fn is_near(written: &str, wanted: &str) -> bool {
    let (a, b) = (written.as_bytes(), wanted.as_bytes());
    let start = common_prefix(a, b);
    if start == a.len() && start == b.len() {
        return false;
    }
    let shorter = if a.len() < b.len() { a.len() } else { b.len() };
    if a.len() == b.len() {
        let swapped = start + 1 < a.len() && a[start] == b[start + 1] && a[start + 1] == b[start];
        return (swapped && same_rest(a, b, start + 2, start + 2))
            || (shorter > 5 && same_rest(a, b, start + 1, start + 1));
    }
    // Two slips side by side, in a word so long that it is no other one.
    if shorter > 8 && is_same_but_two(a, b, start) {
        return true;
    }
    (a.len() == b.len() + 1 && shorter > 3 && same_rest(a, b, start + 1, start))
        || (a.len() + 1 == b.len() && shorter > 3 && same_rest(a, b, start, start + 1))
}

/// The first name that is near.
pub(crate) const fn nearest<'a>(name: &str, names: &[&'a str]) -> Option<&'a str> {
    let mut i = 0;
    while i < names.len() {
        if is_near(name, names[i]) {
            return Some(names[i]);
        }
        i += 1;
    }
    None
}

/// Whether at most two letters of each differ behind `start`.
const fn is_same_but_two(a: &[u8], b: &[u8], start: usize) -> bool {
    let (mut i, mut j) = (a.len(), b.len());
    while i > start && j > start && a[i - 1] == b[j - 1] {
        i -= 1;
        j -= 1;
    }
    i - start <= 2 && j - start <= 2
}

const fn common_prefix(a: &[u8], b: &[u8]) -> usize {
    let mut i = 0;
    while i < a.len() && i < b.len() && a[i] == b[i] {
        i += 1;
    }
    i
}

const fn same_rest(a: &[u8], b: &[u8], mut i: usize, mut j: usize) -> bool {
    while i < a.len() && j < b.len() && a[i] == b[j] {
        i += 1;
        j += 1;
    }
    i == a.len() && j == b.len()
}
