//! `#[component]` on a function: the arguments become the props, the body renders them.

use proc_macro2::{Group, Ident, Span, TokenStream, TokenTree};
use quote::{ToTokens, quote, quote_spanned};
use syn::{Expr, Field, FnArg, ItemFn, ItemStruct, Lifetime, Macro, Pat, Stmt, Type, parse_quote};

use super::{component, library};

/// The lifetime of props that are references.
const LIFETIME: &str = "'props";

/// A function as a struct of its arguments that renders by running the function's body.
pub(super) fn from_function(
    arguments: &TokenStream,
    mut function: ItemFn,
) -> syn::Result<TokenStream> {
    if let Some(token) = &function.sig.asyncness {
        let message =
            "a component renders at once; await what it needs before, and pass it as a prop";
        return Err(syn::Error::new_spanned(token, message));
    }
    let library = library(arguments)?;
    let mut elided = Elided {
        lifetime: Lifetime::new(LIFETIME, Span::mixed_site()),
        found: false,
    };
    let mut fields: Vec<Field> = Vec::new();
    for argument in &mut function.sig.inputs {
        fields.push(field(argument, &function.vis, &mut elided)?);
    }
    let mut generics = function.sig.generics.clone();
    if elided.found {
        let lifetime = &elided.lifetime;
        generics.params.insert(0, parse_quote!(#lifetime));
    }
    let (visibility, name, attributes) = (&function.vis, &function.sig.ident, &function.attrs);
    let where_clause = &generics.where_clause;
    let item: ItemStruct = parse_quote! {
        #(#attributes)*
        #visibility struct #name #generics #where_clause { #(#fields,)* }
    };
    let names: Vec<Ident> = fields
        .iter()
        .filter_map(|field| field.ident.clone())
        .collect();
    let render = render(&library, &item, &names, &function);
    let component = component(arguments, item)?;
    Ok(quote!(#component #render))
}

/// An argument as a field: elided lifetimes get a name.
fn field(
    argument: &mut FnArg,
    visibility: &syn::Visibility,
    elided: &mut Elided,
) -> syn::Result<Field> {
    let FnArg::Typed(argument) = argument else {
        return Err(syn::Error::new_spanned(
            argument,
            "a component has props, not `self`",
        ));
    };
    let Pat::Ident(pattern) = &*argument.pat else {
        return Err(syn::Error::new_spanned(
            &argument.pat,
            "a prop needs a name; take it apart in the body",
        ));
    };
    if let Type::ImplTrait(of) = &*argument.ty {
        return Err(syn::Error::new_spanned(
            of,
            "a prop needs a named type; add a type parameter to the function",
        ));
    }
    let of = argument.ty.to_token_stream();
    let of: Type = syn::parse2(elided.named(of))?;
    let (name, attributes) = (&pattern.ident, &argument.attrs);
    Ok(parse_quote!(#(#attributes)* #visibility #name: #of))
}

/// Gives elided lifetimes a name.
struct Elided {
    lifetime: Lifetime,
    found: bool,
}

impl Elided {
    fn name(&mut self) -> TokenStream {
        self.found = true;
        self.lifetime.to_token_stream()
    }

    /// A type with a name for what it leaves out: behind `&`, for `'_`, and behind `Children`. What a closure takes
    /// and returns is the closure's own.
    fn named(&mut self, of: TokenStream) -> TokenStream {
        let mut named: Vec<TokenTree> = Vec::new();
        let mut tokens = of.into_iter().peekable();
        while let Some(token) = tokens.next() {
            let next = match tokens.peek() {
                Some(TokenTree::Punct(punct)) => Some(punct.as_char()),
                _ => None,
            };
            let is_named = match &token {
                TokenTree::Punct(punct) if punct.as_char() == '&' => {
                    next != Some('\'') && !ends_with_arrow(&named)
                }
                TokenTree::Ident(ident) if ident == "Children" => {
                    !matches!(next, Some('<' | ':' | '='))
                }
                _ => false,
            };
            match token {
                TokenTree::Ident(ident) if is_named => {
                    let lifetime = self.name();
                    named.extend(quote!(#ident<#lifetime>));
                }
                token if is_named => named.extend([token].into_iter().chain(self.name())),
                TokenTree::Punct(punct) if punct.as_char() == '\'' => match tokens.next() {
                    Some(TokenTree::Ident(name)) if name == "_" => named.extend(self.name()),
                    name => named.extend([TokenTree::Punct(punct)].into_iter().chain(name)),
                },
                TokenTree::Group(group) if !ends_with_fn(&named) => {
                    let mut inner = Group::new(group.delimiter(), self.named(group.stream()));
                    inner.set_span(group.span());
                    named.push(inner.into());
                }
                token => named.push(token),
            }
        }
        named.into_iter().collect()
    }
}

fn ends_with_arrow(tokens: &[TokenTree]) -> bool {
    let is = |token: &TokenTree, mark| matches!(token, TokenTree::Punct(punct) if punct.as_char() == mark);
    matches!(tokens, [.., dash, head] if is(dash, '-') && is(head, '>'))
}

fn ends_with_fn(tokens: &[TokenTree]) -> bool {
    matches!(tokens.last(), Some(TokenTree::Ident(name))
        if matches!(&*name.to_string(), "Fn" | "FnMut" | "FnOnce" | "fn"))
}

/// `Render` by the function's body. A body that ends in `html!` writes straight into the buffer.
fn render(
    library: &syn::Path,
    item: &ItemStruct,
    names: &[Ident],
    function: &ItemFn,
) -> TokenStream {
    let (impl_generics, type_generics, where_clause) = item.generics.split_for_impl();
    let (name, out) = (&item.ident, Ident::new("out", Span::mixed_site()));
    let body = match tail_template(function) {
        Some((statements, template)) => {
            let tokens = &template.tokens;
            quote!(#(#statements)* #library::write_html!(#out, #tokens))
        }
        None => {
            let (block, output) = (&function.block, &function.sig.output);
            quote_spanned!(Span::mixed_site()=> #library::Render::render_to(&(|| #output #block)(), #out))
        }
    };
    quote! {
        #[allow(clippy::clone_on_copy)]
        impl #impl_generics #library::Render for #name #type_generics #where_clause {
            fn render_to(&self, #out: &mut #library::Buffer) {
                #(#[allow(unused_variables)] let #names = ::core::clone::Clone::clone(&self.#names);)*
                #body
            }
        }
    }
}

/// The statements and the closing `html!` of a body that has no `return`.
fn tail_template(function: &ItemFn) -> Option<(&[Stmt], &Macro)> {
    let (last, statements) = function.block.stmts.split_last()?;
    let template = match last {
        Stmt::Expr(Expr::Macro(call), None) => &call.mac,
        Stmt::Macro(call) if call.semi_token.is_none() => &call.mac,
        _ => return None,
    };
    let is_html = template
        .path
        .segments
        .last()
        .is_some_and(|last| last.ident == "html");
    let block = &function.block;
    (is_html && !mentions_return(quote!(#block))).then_some((statements, template))
}

fn mentions_return(tokens: TokenStream) -> bool {
    tokens.into_iter().any(|token| match token {
        proc_macro2::TokenTree::Ident(ident) => ident == "return",
        proc_macro2::TokenTree::Group(group) => mentions_return(group.stream()),
        _ => false,
    })
}
