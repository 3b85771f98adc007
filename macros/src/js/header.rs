//! Which event the code handles: `|evt: KeyboardEvent|`, or what a template puts there.

use proc_macro2::{Group, Ident, Span, TokenStream, TokenTree};
use quote::quote;

use super::{Js, internal};
use starmark_syntax::template::name::Name;

/// Puts the event before the code, if this is a call of `js!`: `js!(code)` becomes `js!(@on(click) code)`.
pub(crate) fn announce(call: &mut TokenStream, event: &Name) {
    let mut tokens: Vec<_> = call.clone().into_iter().collect();
    let [
        ..,
        TokenTree::Ident(name),
        TokenTree::Punct(bang),
        TokenTree::Group(code),
    ] = tokens.as_mut_slice()
    else {
        return;
    };
    let is_word = |c: char| c.is_ascii_alphanumeric() || c == '-';
    if name != "js" || bang.as_char() != '!' {
        return;
    }
    // A name that Rust cannot spell is nobody's but the application's own.
    let place = Span::mixed_site().located_at(event.span);
    let word = event.text.chars().all(is_word);
    let word = word.then(|| starmark_syntax::template::name::rust_ident(&event.text, place));
    let inner = code.stream();
    let span = code.span();
    *code = Group::new(code.delimiter(), quote!(@on(#word) #inner));
    code.set_span(span);
    *call = tokens.into_iter().collect();
}

/// The event under the name that the code knows it by.
pub(super) fn event(span: Span) -> Ident {
    Ident::new("evt", internal("evt").span().located_at(span))
}

impl Js {
    /// What declares the event for the checked half, and the code behind it.
    pub(super) fn header(&mut self, code: TokenStream) -> (TokenStream, TokenStream) {
        let mut tokens = code.clone().into_iter();
        match (tokens.next(), tokens.next(), tokens.next()) {
            (
                Some(TokenTree::Punct(at)),
                Some(TokenTree::Ident(word)),
                Some(TokenTree::Group(event)),
            ) if at.as_char() == '@' && word == "on" => {
                self.has_event = true;
                (self.announced(&event.stream()), tokens.collect())
            }
            (Some(TokenTree::Punct(bar)), ..) if bar.as_char() == '|' => {
                let mut rest = code.into_iter().skip(1);
                let is_bar = |token: &TokenTree| matches!(token, TokenTree::Punct(bar) if bar.as_char() == '|');
                let parameter: Vec<_> = rest.by_ref().take_while(|token| !is_bar(token)).collect();
                (self.declared(&parameter, bar.span()), rest.collect())
            }
            _ => (TokenStream::new(), code),
        }
    }

    /// The event of a template by its name. One that the table does not have is an application's own: the inner
    /// scope has the table.
    fn announced(&self, name: &TokenStream) -> TokenStream {
        let (krate, evt) = (&self.krate, event(Span::call_site()));
        if name.is_empty() {
            return quote! {
                let #evt = #krate::js::check::never::<#krate::data::event::interface::CustomEvent>();
            };
        }
        quote! {
            let #evt = {
                #[allow(unused_imports)]
                use #krate::data::event::interface::CustomEvent as #name;
                {
                    #[allow(unused_imports)]
                    use #krate::data::event::interfaces::*;
                    #krate::js::check::never::<#name>()
                }
            };
        }
    }

    /// `evt: KeyboardEvent`
    fn declared(&mut self, parameter: &[TokenTree], bar: Span) -> TokenStream {
        match parameter {
            [TokenTree::Ident(name), TokenTree::Punct(colon), ty @ ..]
                if name == "evt" && colon.as_char() == ':' =>
            {
                self.has_event = true;
                let evt = event(name.span());
                let ty: TokenStream = ty.iter().cloned().collect();
                let krate = &self.krate;
                let header = quote!(let #evt: #ty = #krate::js::check::never(););
                self.handles = Some(ty);
                header
            }
            _ => {
                let message = "the event is called `evt`: write `|evt: KeyboardEvent| …`";
                self.errors.at(bar, message);
                TokenStream::new()
            }
        }
    }
}
