//! What only an editor reads: each name with its fields, as it was typed.
//!
//! Half-written code is no Rust yet, and an editor completes it by the type of what stands before the dot. So the
//! tokens are not parsed here, and what stands before the dot is printed alike whether something stands behind it
//! or not: rust-analyzer compares the two. rustc does not compile it.

use std::iter::Peekable;

use proc_macro2::{Delimiter, Group, Ident, Spacing, TokenStream, TokenTree, token_stream};
use quote::quote;

/// What a name stands for.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Names {
    /// A signal stands for its value; whether there is an event.
    Browser { has_event: bool },
    /// Everything stands for itself.
    #[cfg_attr(not(feature = "signals"), expect(dead_code, reason = "for `patch!`"))]
    Server,
}

/// The names of the tokens, with what `header` declares.
pub(crate) fn look(
    krate: &TokenStream,
    names: Names,
    header: &TokenStream,
    tokens: &TokenStream,
) -> TokenStream {
    let mut look = Look {
        krate,
        names,
        locals: Vec::new(),
        statements: TokenStream::new(),
    };
    look.declare(tokens.clone());
    look.tokens(tokens.clone());
    let statements = look.statements;
    // The condition is judged by the block around it.
    quote! {
        #[allow(unexpected_cfgs)]
        {
            #[cfg(rust_analyzer)]
            {
                use #krate::js::check::Itself as _;
                #header
                #statements
            }
        }
    }
}

struct Look<'a> {
    krate: &'a TokenStream,
    names: Names,
    /// Variables of the code itself, of which nothing is known here.
    locals: Vec<String>,
    statements: TokenStream,
}

type Tokens = Peekable<token_stream::IntoIter>;

impl Look<'_> {
    /// Finds `let name` and `|name|`.
    fn declare(&mut self, tokens: TokenStream) {
        let (mut is_name, mut is_closure) = (false, false);
        for token in tokens {
            match token {
                TokenTree::Ident(word) if word == "let" => is_name = true,
                TokenTree::Ident(word) if word == "mut" => {}
                TokenTree::Ident(name) => {
                    if is_name || is_closure {
                        self.locals.push(name.to_string());
                    }
                    is_name = false;
                }
                TokenTree::Punct(bar) if bar.as_char() == '|' => is_closure = !is_closure,
                TokenTree::Group(group) => self.declare(group.stream()),
                _ => {}
            }
        }
    }

    fn tokens(&mut self, tokens: TokenStream) {
        let mut tokens = tokens.into_iter().peekable();
        let mut before = None;
        while let Some(token) = tokens.next() {
            // A part of a path is no name of its own.
            let is_part = matches!(before, Some('.' | ':'));
            let is_value = before == Some('#');
            before = None;
            match token {
                TokenTree::Ident(root) if is_value => {
                    self.chain(quote!(#root), &mut tokens);
                }
                TokenTree::Ident(root) if !is_part && self.is_known(&root) => {
                    let root = self.root(&root);
                    self.chain(root, &mut tokens);
                }
                TokenTree::Group(group) => self.tokens(group.stream()),
                TokenTree::Punct(punct) => before = Some(punct.as_char()),
                TokenTree::Ident(_) | TokenTree::Literal(_) => {}
            }
        }
    }

    fn is_known(&self, root: &Ident) -> bool {
        match self.names {
            Names::Browser { has_event: false } if root == "evt" => false,
            _ => !self.locals.iter().any(|local| root == local),
        }
    }

    /// `name.field.method(…)`, as far as it goes.
    fn chain(&mut self, mut chain: TokenStream, tokens: &mut Tokens) {
        let mut inner = Vec::new();
        let mut has_dot = false;
        while let Some(dot) = dot(tokens) {
            has_dot = true;
            let name = match tokens.peek() {
                Some(TokenTree::Ident(name)) => name.clone(),
                _ => break,
            };
            tokens.next();
            let is_dataset = name == "dataset";
            chain.extend(quote!(#dot #name));
            while let Some(group) = group(tokens) {
                inner.push(group.stream());
                chain.extend([TokenTree::Group(self.filled(&group))]);
            }
            if is_dataset {
                break;
            }
        }
        if has_dot {
            self.statements.extend(quote!(let _ = &#chain;));
        }
        for inner in inner {
            self.tokens(inner);
        }
    }

    fn root(&self, root: &Ident) -> TokenStream {
        let krate = self.krate;
        match self.names {
            Names::Server => quote!(#root),
            Names::Browser { .. } if root == "el" => quote!(#krate::js::check::element()),
            Names::Browser { .. } => {
                let event = super::header::event(root.span());
                let root = if root == "evt" { &event } else { root };
                quote!((&#krate::js::check::Shown(&#root)).shown())
            }
        }
    }

    /// As many arguments, of any type; an index is itself.
    fn filled(&self, group: &Group) -> Group {
        if group.delimiter() == Delimiter::Bracket {
            return group.clone();
        }
        let krate = self.krate;
        let (mut count, mut is_empty) = (0, true);
        for token in group.stream() {
            let is_comma = matches!(&token, TokenTree::Punct(comma) if comma.as_char() == ',');
            count += usize::from(is_empty && !is_comma);
            is_empty = is_comma;
        }
        let arguments = (0..count).map(|_| quote!(#krate::js::check::never()));
        Group::new(Delimiter::Parenthesis, quote!(#(#arguments),*))
    }
}

/// A dot, unless it is the first of two.
fn dot(tokens: &mut Tokens) -> Option<TokenTree> {
    tokens.next_if(|token| {
        matches!(token, TokenTree::Punct(dot) if dot.as_char() == '.' && dot.spacing() == Spacing::Alone)
    })
}

/// The arguments of a method, or a literal index.
fn group(tokens: &mut Tokens) -> Option<Group> {
    let is_literal = |group: &Group| {
        let mut tokens = group.stream().into_iter();
        matches!(
            (tokens.next(), tokens.next()),
            (Some(TokenTree::Literal(_)), None)
        )
    };
    let token = tokens.next_if(|token| match token {
        TokenTree::Group(group) => match group.delimiter() {
            Delimiter::Parenthesis => true,
            Delimiter::Bracket => is_literal(group),
            _ => false,
        },
        _ => false,
    })?;
    match token {
        TokenTree::Group(group) => Some(group),
        _ => None,
    }
}
