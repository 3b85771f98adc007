//! Where in the source each token of a page stands.
//!
//! The parser tells lines alone, and writes names in small letters; what authors wrote is in the source.

use std::cell::Cell;
use std::ops::Range;
use std::rc::Rc;

use html5ever::TokenizerResult;
use html5ever::buffer_queue::BufferQueue;
use html5ever::tendril::StrTendril;
use html5ever::tokenizer::{Token, TokenSink, TokenSinkResult, Tokenizer, TokenizerOpts};
use html5ever::tree_builder::{TreeBuilder, TreeSink};

/// The place of the token that is being read.
#[derive(Debug, Clone, Default)]
pub(super) struct Place(Rc<Cell<(usize, usize)>>);

impl Place {
    /// The bytes of the token.
    pub(super) fn get(&self) -> Range<usize> {
        let (start, end) = self.0.get();
        start..end
    }
}

/// Passes tokens on, and notes where they stand.
struct Watched<S> {
    sink: S,
    input: Rc<BufferQueue>,
    length: usize,
    place: Place,
}

impl<S> Watched<S> {
    /// A token ends where the rest of the input begins.
    fn advance(&self) {
        let mut rest = Vec::new();
        while let Some(piece) = self.input.pop_front() {
            rest.push(piece);
        }
        let length: usize = rest.iter().map(|piece| piece.len()).sum();
        for piece in rest.into_iter().rev() {
            self.input.push_front(piece);
        }
        let (_, before) = self.place.0.get();
        self.place.0.set((before, self.length - length));
    }
}

impl<S: TokenSink> TokenSink for Watched<S> {
    type Handle = S::Handle;

    fn process_token(&self, token: Token, line: u64) -> TokenSinkResult<S::Handle> {
        // A mistake is told in the middle of its token.
        if !matches!(token, Token::ParseError(_)) {
            self.advance();
        }
        self.sink.process_token(token, line)
    }

    fn end(&self) {
        self.sink.end();
    }

    fn adjusted_current_node_present_but_not_in_html_namespace(&self) -> bool {
        self.sink
            .adjusted_current_node_present_but_not_in_html_namespace()
    }
}

/// Reads all of the source.
pub(super) fn read<S: TreeSink>(
    source: &str,
    builder: TreeBuilder<S::Handle, S>,
    options: TokenizerOpts,
    place: Place,
) -> S::Output {
    let input = Rc::new(BufferQueue::default());
    input.push_back(StrTendril::from(source));
    let watched = Watched {
        sink: builder,
        input: Rc::clone(&input),
        length: source.len(),
        place,
    };
    let tokenizer = Tokenizer::new(watched, options);
    // A script that would run here has no say about the rest.
    while !matches!(tokenizer.feed(&input), TokenizerResult::Done) {}
    tokenizer.end();
    tokenizer.sink.sink.sink.finish()
}
