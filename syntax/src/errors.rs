//! All mistakes of a template, reported in one run.

use proc_macro2::{Span, TokenStream};

/// Collects errors; dropping it unread is a bug, and says so.
#[derive(Default)]
pub struct Errors {
    list: Vec<syn::Error>,
    read: bool,
}

impl Errors {
    /// Adds an error at a token.
    pub fn at(&mut self, span: Span, message: impl std::fmt::Display) {
        self.list.push(syn::Error::new(span, message));
    }

    /// Adds an error of the parser.
    pub fn push(&mut self, error: syn::Error) {
        self.list.push(error);
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.list.is_empty()
    }

    /// The errors themselves.
    pub fn into_list(mut self) -> Vec<syn::Error> {
        self.read = true;
        std::mem::take(&mut self.list)
    }

    /// The errors as `compile_error!` calls.
    pub fn into_tokens(mut self) -> TokenStream {
        self.read = true;
        self.list.iter().map(syn::Error::to_compile_error).collect()
    }
}

impl Drop for Errors {
    fn drop(&mut self) {
        assert!(
            self.read || std::thread::panicking(),
            "errors of a template were dropped"
        );
    }
}
