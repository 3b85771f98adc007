//! Writes and checks as Rust: the only file that prints the expansion of a template.
//!
//! Tokens that rustc may blame carry the user's span; everything else is hygienic (`mixed_site`).

use proc_macro2::{Delimiter, Ident, Span, TokenStream, TokenTree};
use quote::{quote, quote_spanned};
use syn::parse::Parser as _;

use crate::check;
use crate::lower::lower;
use crate::ops::{ComponentCall, ElementPath, Handle, Lowered, Namespace, Op, PropValue};
use starmark_syntax::errors::Errors;
use starmark_syntax::template::ast::{Node, Splice};
use starmark_syntax::template::name::rust_ident;
use starmark_syntax::template::parse::{Place, nodes};

mod attribute;
mod checks;
#[cfg(test)]
mod tests;

/// The alias of the client's bundle, by which the library was built, too.
pub(crate) const ALIAS: Option<&str> = option_env!("STARMARK_ALIAS");

/// Bytes that a dynamic value is expected to take.
const DYNAMIC: usize = 16;
/// Room that is made for a dynamic value: that of the longest number. A text makes its own.
const DIGITS: usize = 20;
/// Turns that a loop is expected to take.
const TURNS: usize = 8;

/// `$crate { template }`
pub(crate) fn html(input: TokenStream) -> TokenStream {
    let (krate, body) = call(input);
    let parse = |input: syn::parse::ParseStream<'_>| Ok(read(input));
    let (template, errors) = parse.parse2(body).unwrap_or_else(|error| failed(&error));
    let expand = Expand::new(krate);
    let checks = expand.checks(&template.checks);
    let body = expand.markup(&template.ops);
    quote!({ #errors #checks #body })
}

/// `$crate { buffer, template }`
pub(crate) fn write_html(input: TokenStream) -> TokenStream {
    let (krate, body) = call(input);
    let parse = |input: syn::parse::ParseStream<'_>| {
        let target: syn::Expr = input.parse()?;
        if !input.is_empty() {
            input.parse::<syn::Token![,]>()?;
        }
        Ok((target, read(input)))
    };
    let (target, (template, errors)) = match parse.parse2(body) {
        Ok(parts) => parts,
        Err(error) => return error.to_compile_error(),
    };
    let expand = Expand::new(krate);
    let checks = expand.checks(&template.checks);
    let buffer = Ident::new("buffer", Span::mixed_site());
    let body = expand.writes(&quote!(#buffer), &template.ops);
    let (krate, size) = (&expand.krate, size(&template.ops).max(room(&template.ops)));
    // Not the name of where a value begins, which stands inside.
    let start = Ident::new("template", Span::mixed_site());
    quote!({
        #errors
        #checks
        static __STARMARK_SIZE: #krate::private::Size = #krate::private::Size::new(#size);
        let #buffer: &mut #krate::Buffer = #target;
        let #start = __STARMARK_SIZE.begin(#buffer);
        #body
        __STARMARK_SIZE.end(#start, #buffer);
    })
}

/// Splits off the path of the library, which the `macro_rules!` front passes.
pub(crate) fn call(input: TokenStream) -> (TokenStream, TokenStream) {
    let mut krate = TokenStream::new();
    for token in input {
        match token {
            TokenTree::Group(group) if group.delimiter() == Delimiter::Brace => {
                return (krate, group.stream());
            }
            token => krate.extend([token]),
        }
    }
    (krate, TokenStream::new())
}

fn read(input: syn::parse::ParseStream<'_>) -> (Lowered, TokenStream) {
    let mut errors = Errors::default();
    let nodes: Vec<Node> = nodes(input, Place::Content, &mut errors);
    check::nodes(&nodes, &mut errors);
    let lowered = lower(nodes, &mut errors);
    (lowered, errors.into_tokens())
}

fn failed(error: &syn::Error) -> (Lowered, TokenStream) {
    (Lowered::default(), error.to_compile_error())
}

/// Prints paths and statements.
struct Expand {
    krate: TokenStream,
    /// The buffer, made once: mixing spans would make two names of it.
    out: Ident,
}

/// The user's place with the macro's own hygiene.
fn at(span: Span) -> Span {
    Span::mixed_site().located_at(span)
}

impl Expand {
    fn new(krate: TokenStream) -> Self {
        Self {
            krate,
            out: Ident::new("out", Span::mixed_site()),
        }
    }

    /// A block's statements that build markup in a buffer of its own.
    fn markup(&self, ops: &[Op]) -> TokenStream {
        let Self { krate, out } = self;
        let size = size(ops).max(room(ops));
        let body = self.block(ops, 0);
        let buffer = Ident::new("buffer", Span::mixed_site());
        // Items have no hygiene: the name must not be one that an expression of the template could mean.
        quote! {
            static __STARMARK_SIZE: #krate::private::Size = #krate::private::Size::new(#size);
            let mut #buffer = __STARMARK_SIZE.buffer();
            #[allow(unused_mut)]
            let mut #out = #buffer.cursor();
            #body
            #out.close();
            __STARMARK_SIZE.finish(#buffer)
        }
    }

    /// A block's statements that write at the end of a buffer.
    fn writes(&self, buffer: &TokenStream, ops: &[Op]) -> TokenStream {
        let out = &self.out;
        let body = self.block(ops, 0);
        quote! {
            #[allow(unused_mut)]
            let mut #out = #buffer.cursor();
            #body
            #out.close();
        }
    }

    /// Writes that run one after the other. Their room is asked for at once, with `rest` bytes for what follows.
    fn block(&self, ops: &[Op], rest: usize) -> TokenStream {
        let out = &self.out;
        let body = self.ops(ops, rest);
        match room(ops) {
            0 => body,
            room => {
                let room = room + rest;
                quote!(#out.room(#room); #body)
            }
        }
    }

    /// Each write leaves room for those behind it, so that rustc knows it, too.
    fn ops(&self, ops: &[Op], mut rest: usize) -> TokenStream {
        let mut writes = Vec::with_capacity(ops.len());
        for op in ops.iter().rev() {
            writes.push(self.op(op, rest));
            rest += op_room(op);
        }
        writes.into_iter().rev().collect()
    }

    fn op(&self, op: &Op, rest: usize) -> TokenStream {
        let Self { krate, out } = self;
        match op {
            // In an event, these want to be looked at.
            Op::Static(text) if is_rough(text) => quote!(#out.trusted(#text, #rest);),
            Op::Static(text) => quote!(#out.put(#text);),
            Op::TagName(path) => quote!(#out.trusted(<#path as #krate::Tag>::NAME, #rest);),
            Op::DataName(data) => {
                let name = self.data_name(data);
                quote!(#out.trusted(#name, #rest);)
            }
            Op::Splice(splice) => self.splice(splice, rest),
            Op::Code(Splice { expression, span }) => {
                quote_spanned!(at(*span)=> #krate::private::CodeSplice(&(#expression)).starmark_code(&mut #out, #rest);)
            }
            Op::Attribute(handle, name, splice) => self.attribute(handle, name, splice, rest),
            Op::Bind(data, splice, control) => self.bind(data, splice, control, rest),
            Op::Part(handle, splice) => self.part(handle, splice, rest),
            Op::Optional(handle, name, splice) => self.optional(handle, name, splice, rest),
            Op::Region(handle, ops) => self.region(handle, ops, rest),
            Op::Preformatted(ops) => self.preformatted(ops, rest),
            Op::Spread(Splice { expression, span }) => {
                quote_spanned!(at(*span)=> #krate::private::spread(&(#expression), &mut #out, #rest);)
            }
            Op::Component(call) => self.component(call, rest),
            _ => self.control(op, rest),
        }
    }

    fn control(&self, op: &Op, rest: usize) -> TokenStream {
        match op {
            Op::Toggle(condition, then) => {
                let then = self.block(then, rest);
                // Between brackets a struct literal is fine; behind `if` it needs the parentheses.
                quote!(if (#condition) { #then })
            }
            Op::If(condition, then, otherwise) => {
                let then = self.block(then, rest);
                let otherwise = match &otherwise[..] {
                    [] => TokenStream::new(),
                    [chain @ Op::If(..)] => {
                        let chain = self.op(chain, rest);
                        quote!(else #chain)
                    }
                    ops => {
                        let ops = self.block(ops, rest);
                        quote!(else { #ops })
                    }
                };
                quote!(if #condition { #then } #otherwise)
            }
            Op::Loop(head, body) => {
                let body = self.block(body, rest);
                quote!(#head { #body })
            }
            Op::Match(head, arms) => {
                let arms = arms.iter().map(|(pattern, body)| {
                    let body = self.block(body, rest);
                    quote!(#pattern => { #body })
                });
                quote!(#head { #(#arms)* })
            }
            Op::Let(tokens) => tokens.clone(),
            Op::Scope(ops) => {
                let ops = self.ops(ops, rest);
                quote!({ #ops })
            }
            _ => TokenStream::new(),
        }
    }

    fn splice(&self, Splice { expression, span }: &Splice, rest: usize) -> TokenStream {
        let Self { krate, out } = self;
        quote_spanned!(at(*span)=> (&&&#krate::private::Splice(&(#expression))).starmark_render(&mut #out, #rest);)
    }

    fn region(&self, handle: &Handle, ops: &[Op], rest: usize) -> TokenStream {
        let Self { krate, out } = self;
        let (attribute, body) = (self.handle(handle), self.ops(ops, rest));
        let start = Ident::new("start", Span::mixed_site());
        let literal = match ops.first() {
            Some(Op::Static(text)) => text,
            _ => "",
        };
        quote! {
            let #start = #krate::private::begin(#attribute, #literal, &mut #out);
            #body
            #krate::private::finish(#attribute, #start, &mut #out, #rest);
        }
    }

    fn preformatted(&self, ops: &[Op], rest: usize) -> TokenStream {
        let Self { krate, out } = self;
        let body = self.ops(ops, rest);
        let start = Ident::new("start", Span::mixed_site());
        quote! {
            let #start = #out.position();
            { #body }
            #krate::private::preformatted(#start, &mut #out, #rest);
        }
    }

    fn component(&self, call: &ComponentCall, rest: usize) -> TokenStream {
        let Self { krate, out } = self;
        let path = &call.path;
        let span = at(call.name.span());
        let props = call.props.iter().map(|(name, value)| {
            let value = self.prop(value);
            quote_spanned!(name.span()=> .#name(#value))
        });
        let children = call.children.as_ref().map(|ops| {
            let buffer = Ident::new("buffer", Span::mixed_site());
            let body = self.writes(&quote!(#buffer), ops);
            let children = quote_spanned!(span=> #krate::Children::new(&|#buffer: &mut #krate::Buffer| { #body }));
            quote_spanned!(call.name.span()=> .children(#children))
        });
        // The user's own span throughout, so that a missing prop is reported at the component.
        let builder = quote_spanned!(call.name.span()=> #path::builder() #(#props)*);
        let component = Ident::new("component", Span::mixed_site());
        let build = quote_spanned!(call.name.span()=> #builder #children .build());
        // A `match` keeps alive what the props borrow.
        quote_spanned! {span=>
            match &#build {
                #component => #krate::Render::render_at(#component, &mut #out, #rest),
            }
        }
    }

    fn prop(&self, value: &PropValue) -> TokenStream {
        match value {
            PropValue::True => quote!(true),
            PropValue::Text(text) => quote!(#text),
            PropValue::Expression(splice) => splice.expression.clone(),
            PropValue::Markup(ops) => {
                let markup = self.markup(ops);
                quote!({ #markup })
            }
        }
    }

    fn element(&self, path: &ElementPath) -> TokenStream {
        let krate = &self.krate;
        match path {
            ElementPath::In(namespace, name) => {
                let name = rust_ident(&name.text, name.span);
                match namespace {
                    Namespace::Html => quote!(#krate::html::#name),
                    Namespace::Svg => quote!(#krate::svg::#name),
                    Namespace::Mathml => quote!(#krate::mathml::#name),
                }
            }
            ElementPath::Declared(path) => path.clone(),
            ElementPath::Custom => quote!(#krate::html::div),
        }
    }
}

/// Whether a text breaks a line, or ends a document.
fn is_rough(text: &str) -> bool {
    text.contains(['\r', '\n'])
        || ["</html", "</head", "</body"]
            .iter()
            .any(|end| text.contains(end))
}

/// The room of writes that run one after the other.
fn room(ops: &[Op]) -> usize {
    ops.iter().map(op_room).sum()
}

/// The room of one write; what may not run, or run often, makes its own.
fn op_room(op: &Op) -> usize {
    match op {
        Op::Static(text) => text.len(),
        Op::Splice(_) | Op::Part(..) => DIGITS,
        // A space, an equals sign, two quotes.
        Op::Attribute(_, name, _) => name.len() + 4 + DIGITS,
        Op::Region(_, ops) | Op::Preformatted(ops) | Op::Scope(ops) => room(ops),
        _ => 0,
    }
}

/// The bytes that a template is expected to write.
fn size(ops: &[Op]) -> usize {
    ops.iter().map(op_size).sum()
}

fn op_size(op: &Op) -> usize {
    match op {
        Op::Static(text) => text.len(),
        Op::Toggle(_, then) => size(then),
        Op::If(_, then, otherwise) => size(then).max(size(otherwise)),
        Op::Loop(_, body) => TURNS * size(body),
        Op::Match(_, arms) => arms.iter().map(|(_, body)| size(body)).max().unwrap_or(0),
        Op::Region(_, ops) | Op::Preformatted(ops) | Op::Scope(ops) => size(ops),
        Op::Component(call) => TURNS * DYNAMIC + call.children.as_deref().map_or(0, size),
        Op::Let(_) => 0,
        _ => DYNAMIC,
    }
}
