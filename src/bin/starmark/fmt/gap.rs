//! What stands between tokens: white space and comments.

use std::ops::Range;

use proc_macro2::{Delimiter, TokenStream, TokenTree};

/// The text between two tokens.
pub(crate) struct Gap {
    pub(crate) comments: Vec<Comment>,
    /// Line breaks between the last comment, or the token before, and the token behind.
    pub(crate) breaks: usize,
}

/// A comment.
pub(crate) struct Comment {
    /// Without white space at its end.
    pub(crate) place: Range<usize>,
    /// Line breaks before it.
    pub(crate) breaks: usize,
}

impl Gap {
    /// Reads what stands between two tokens.
    pub(crate) fn read(source: &str, place: Range<usize>) -> Self {
        let mut gap = Self {
            comments: Vec::new(),
            breaks: 0,
        };
        let mut at = place.start;
        while at < place.end {
            let rest = &source[at..place.end];
            let length = if rest.starts_with("//") {
                rest.find('\n').unwrap_or(rest.len())
            } else if rest.starts_with("/*") {
                block_comment(rest)
            } else {
                let next = rest.chars().next().unwrap_or_default();
                gap.breaks += usize::from(next == '\n');
                at += next.len_utf8().max(1);
                continue;
            };
            let text = rest[..length].trim_end();
            gap.comments.push(Comment {
                place: at..at + text.len(),
                breaks: std::mem::take(&mut gap.breaks),
            });
            at += length;
        }
        gap
    }

    /// Whether it is white space within a line.
    pub(crate) fn is_line(&self) -> bool {
        self.comments.is_empty() && self.breaks == 0
    }
}

/// How long a comment is, with those in it.
fn block_comment(text: &str) -> usize {
    let (mut depth, mut at) = (0_usize, 0);
    while at < text.len() {
        let rest = &text[at..];
        if rest.starts_with("/*") {
            (depth, at) = (depth + 1, at + 2);
        } else if rest.starts_with("*/") {
            (depth, at) = (depth - 1, at + 2);
            if depth == 0 {
                return at;
            }
        } else {
            at += rest.chars().next().map_or(1, char::len_utf8);
        }
    }
    at
}

/// Where all comments between the tokens stand, and those that surround them, from `start` to `end`.
pub(crate) fn comments(
    source: &str,
    tokens: TokenStream,
    place: Range<usize>,
) -> Vec<Range<usize>> {
    let mut at = place.start;
    let mut found = Vec::new();
    let mut read = |from: usize, to: usize| {
        let gap = Gap::read(source, from..to.max(from));
        found.extend(gap.comments.into_iter().map(|comment| comment.place));
    };
    for leaf in leaves(tokens) {
        // What a documentation comment becomes stands where the comment does.
        if leaf.start >= at {
            read(at, leaf.start);
            at = leaf.end;
        }
    }
    read(at, place.end);
    found
}

/// Where tokens stand, delimiters included.
fn leaves(tokens: TokenStream) -> Vec<Range<usize>> {
    let mut places = Vec::new();
    for token in tokens {
        match token {
            TokenTree::Group(group) if group.delimiter() != Delimiter::None => {
                places.push(group.span_open().byte_range());
                places.extend(leaves(group.stream()));
                places.push(group.span_close().byte_range());
            }
            token => places.push(token.span().byte_range()),
        }
    }
    places
}
