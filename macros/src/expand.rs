//! Writes and checks as Rust: the only file that prints the expansion of a template.
//!
//! Tokens that rustc may blame carry the user's span; everything else is hygienic (`mixed_site`).

use proc_macro2::{Delimiter, Ident, Span, TokenStream, TokenTree};
use quote::{quote, quote_spanned};
use syn::parse::Parser as _;

use crate::ast::{Node, Splice};
use crate::check;
use crate::errors::Errors;
use crate::lower::lower;
use crate::name::rust_ident;
use crate::ops::{ComponentCall, ElementPath, Handle, Lowered, Namespace, Op, PropValue};
use crate::parse::{Place, nodes};

mod attribute;
mod checks;
#[cfg(test)]
mod tests;

/// The alias of the client's bundle, by which the library was built, too.
pub(crate) const ALIAS: Option<&str> = option_env!("STARMARK_ALIAS");

/// Room that a dynamic value is expected to take.
const DYNAMIC: usize = 16;
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
    let body = expand.ops(&template.ops);
    let Expand { krate, out } = expand;
    quote!({ #errors #checks let #out: &mut #krate::Buffer = #target; #body })
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
        let size = size(ops);
        let body = self.ops(ops);
        let buffer = Ident::new("buffer", Span::mixed_site());
        // Items have no hygiene: the name must not be one that an expression of the template could mean.
        quote! {
            static __STARMARK_SIZE: #krate::private::Size = #krate::private::Size::new(#size);
            let mut #buffer = __STARMARK_SIZE.buffer();
            let #out = &mut #buffer;
            #body
            __STARMARK_SIZE.finish(#buffer)
        }
    }

    fn ops(&self, ops: &[Op]) -> TokenStream {
        ops.iter().map(|op| self.op(op)).collect()
    }

    fn op(&self, op: &Op) -> TokenStream {
        let Self { krate, out } = self;
        match op {
            Op::Static(text) => quote!(#out.trusted(#text);),
            Op::TagName(path) => quote!(#out.trusted(<#path as #krate::Tag>::NAME);),
            Op::DataName(data) => {
                let name = self.data_name(data);
                quote!(#out.trusted(#name);)
            }
            Op::Splice(splice) => self.splice(splice),
            Op::Code(Splice { expression, span }) => {
                quote_spanned!(at(*span)=> #krate::private::CodeSplice(&(#expression)).starmark_code(#out);)
            }
            Op::Attribute(handle, splice) => self.slot(handle, splice, "starmark_attribute"),
            Op::Bind(handle, splice, control) => self.bind(handle, splice, control),
            Op::Part(handle, splice) => self.slot(handle, splice, "starmark_part"),
            Op::Optional(handle, splice) => self.optional(handle, splice),
            Op::Region(handle, ops) => self.region(handle, ops),
            Op::Preformatted(ops) => self.preformatted(ops),
            Op::Spread(Splice { expression, span }) => {
                quote_spanned!(at(*span)=> #krate::private::spread(&(#expression), #out);)
            }
            Op::Component(call) => self.component(call),
            _ => self.control(op),
        }
    }

    fn control(&self, op: &Op) -> TokenStream {
        match op {
            Op::Toggle(condition, then) => {
                let then = self.ops(then);
                // Between brackets a struct literal is fine; behind `if` it needs the parentheses.
                quote!(if (#condition) { #then })
            }
            Op::If(condition, then, otherwise) => {
                let then = self.ops(then);
                let otherwise = match &otherwise[..] {
                    [] => TokenStream::new(),
                    [chain @ Op::If(..)] => {
                        let chain = self.op(chain);
                        quote!(else #chain)
                    }
                    ops => {
                        let ops = self.ops(ops);
                        quote!(else { #ops })
                    }
                };
                quote!(if #condition { #then } #otherwise)
            }
            Op::Loop(head, body) => {
                let body = self.ops(body);
                quote!(#head { #body })
            }
            Op::Match(head, arms) => {
                let arms = arms.iter().map(|(pattern, body)| {
                    let body = self.ops(body);
                    quote!(#pattern => { #body })
                });
                quote!(#head { #(#arms)* })
            }
            Op::Let(tokens) => tokens.clone(),
            Op::Scope(ops) => {
                let ops = self.ops(ops);
                quote!({ #ops })
            }
            _ => TokenStream::new(),
        }
    }

    fn splice(&self, Splice { expression, span }: &Splice) -> TokenStream {
        let Self { krate, out } = self;
        quote_spanned!(at(*span)=> (&&&#krate::private::Splice(&(#expression))).starmark_render(#out);)
    }

    fn region(&self, handle: &Handle, ops: &[Op]) -> TokenStream {
        let Self { krate, out } = self;
        let (attribute, body) = (self.handle(handle), self.ops(ops));
        let start = Ident::new("start", Span::mixed_site());
        quote! {
            let #start = #out.len();
            #body
            #krate::private::finish(#attribute, #start, #out);
        }
    }

    fn preformatted(&self, ops: &[Op]) -> TokenStream {
        let Self { krate, out } = self;
        let body = self.ops(ops);
        let start = Ident::new("start", Span::mixed_site());
        quote! {
            let #start = #out.len();
            { #body }
            #krate::private::preformatted(#start, #out);
        }
    }

    fn component(&self, call: &ComponentCall) -> TokenStream {
        let Self { krate, out } = self;
        let path = &call.path;
        let span = at(call.name.span());
        let props = call.props.iter().map(|(name, value)| {
            let value = self.prop(value);
            quote_spanned!(name.span()=> .#name(#value))
        });
        let children = call.children.as_ref().map(|ops| {
            let body = self.ops(ops);
            let children = quote_spanned!(span=> #krate::Children::new(&|#out: &mut #krate::Buffer| { #body }));
            quote_spanned!(call.name.span()=> .children(#children))
        });
        // The user's own span throughout, so that a missing prop is reported at the component.
        let builder = quote_spanned!(call.name.span()=> #path::builder() #(#props)*);
        let component = Ident::new("component", Span::mixed_site());
        let build = quote_spanned!(call.name.span()=> #builder #children .build());
        // A `match` keeps alive what the props borrow.
        quote_spanned! {span=>
            match &#build {
                #component => #krate::Render::render_to(#component, #out),
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
