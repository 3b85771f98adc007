//! `#[component]`: a function or a struct as something that templates call like an element.
//!
//! Setters, defaults and the typestate are `typed-builder`'s. What is added here is the last step, `build`, so
//! that a missing prop is named in the message: each required prop gets a trait that only a set one implements.

use proc_macro2::{Delimiter, Group, Ident, Span, TokenStream, TokenTree};
use quote::{format_ident, quote, quote_spanned};
use syn::visit_mut::{self, VisitMut};
use syn::{
    Attribute, Expr, Field, Fields, FnArg, GenericArgument, GenericParam, Generics, Item, ItemFn,
    ItemStruct, Lifetime, Macro, Pat, PathArguments, Stmt, Type, parse_quote,
};

/// The lifetime of props that are references.
const LIFETIME: &str = "'props";

/// Expands the attribute on a function or a struct.
pub(crate) fn expand(arguments: &TokenStream, item: &TokenStream) -> TokenStream {
    let expanded = match syn::parse2::<Item>(item.clone()) {
        Ok(Item::Struct(item)) => component(arguments, item),
        Ok(Item::Fn(item)) => from_function(arguments, item),
        Ok(_) => Err(syn::Error::new(
            first_span(item),
            "a component is a function, or a struct with named fields",
        )),
        Err(error) => Err(error),
    };
    expanded.unwrap_or_else(|error| {
        let (error, item) = (error.to_compile_error(), without_props(item.clone()));
        quote!(#error #item)
    })
}

fn first_span(tokens: &TokenStream) -> Span {
    tokens
        .clone()
        .into_iter()
        .next()
        .map_or_else(Span::call_site, |token| token.span())
}

/// The item without its `#[prop(…)]`, which only this macro knows.
fn without_props(item: TokenStream) -> TokenStream {
    let mut tokens: Vec<TokenTree> = Vec::new();
    for token in item {
        match token {
            TokenTree::Group(group) if is_prop(&group) => {
                tokens.pop(); // The `#` before it.
            }
            TokenTree::Group(group) => {
                let mut inner = Group::new(group.delimiter(), without_props(group.stream()));
                inner.set_span(group.span());
                tokens.push(inner.into());
            }
            token => tokens.push(token),
        }
    }
    tokens.into_iter().collect()
}

fn is_prop(group: &Group) -> bool {
    let first = group.stream().into_iter().next();
    group.delimiter() == Delimiter::Bracket
        && first.is_some_and(|first| first.to_string() == "prop")
}

/// The path of the library: `::starmark`, or what `#[component(crate = path)]` says.
fn library(arguments: &TokenStream) -> syn::Result<syn::Path> {
    if arguments.is_empty() {
        return Ok(parse_quote!(::starmark));
    }
    let parser = |input: syn::parse::ParseStream<'_>| {
        input.parse::<syn::Token![crate]>()?;
        input.parse::<syn::Token![=]>()?;
        input.call(syn::Path::parse_mod_style)
    };
    syn::parse::Parser::parse2(parser, arguments.clone())
}

/// How a prop may be given.
struct Prop {
    name: Ident,
    of: Type,
    /// What stands in for a prop that is not given; without one, it must be.
    default: Option<TokenStream>,
    setter: TokenStream,
}

fn component(arguments: &TokenStream, mut item: ItemStruct) -> syn::Result<TokenStream> {
    let library = library(arguments)?;
    let Fields::Named(fields) = &mut item.fields else {
        return Err(syn::Error::new(
            item.ident.span(),
            "a component is a struct with named fields: `struct Name { }`",
        ));
    };
    let mut props = Vec::new();
    for field in &mut fields.named {
        props.push(prop(field)?);
    }
    let build = build(&library, &item, &props);
    Ok(quote! {
        #[derive(#library::private::typed_builder::TypedBuilder)]
        #[builder(crate_module_path = #library::private::typed_builder, build_method(vis = "", name = __build))]
        #item
        #build
    })
}

/// Reads the `#[prop(…)]` of a field and leaves typed-builder's attribute in its place.
fn prop(field: &mut Field) -> syn::Result<Prop> {
    let name = field
        .ident
        .clone()
        .unwrap_or_else(|| Ident::new("children", Span::call_site()));
    let mut prop = Prop {
        name,
        of: field.ty.clone(),
        default: None,
        setter: TokenStream::new(),
    };
    for attribute in std::mem::take(&mut field.attrs) {
        if attribute.path().is_ident("prop") {
            read_prop(&attribute, &mut prop)?;
        } else {
            field.attrs.push(attribute);
        }
    }
    if prop.default.is_none() && is_named(&field.ty, "Children") {
        prop.default = Some(quote!(::core::default::Default::default()));
    }
    let default = prop
        .default
        .as_ref()
        .map(|default| quote!(default = #default,));
    let setter = &prop.setter;
    if default.is_some() || !setter.is_empty() {
        field.attrs.push(parse_quote!(#[builder(#default #setter)]));
    }
    Ok(prop)
}

fn read_prop(attribute: &Attribute, prop: &mut Prop) -> syn::Result<()> {
    attribute.parse_nested_meta(|meta| {
        if meta.path.is_ident("default") {
            prop.default = Some(match meta.value() {
                Ok(value) => {
                    let value: Expr = value.parse()?;
                    quote!(#value)
                }
                Err(_) => quote!(::core::default::Default::default()),
            });
        } else if meta.path.is_ident("into") {
            prop.setter = quote!(setter(into));
        } else if meta.path.is_ident("optional") {
            if !is_named(&prop.of, "Option") {
                return Err(syn::Error::new_spanned(
                    &prop.of,
                    "an `optional` prop has the type `Option<…>`; write `default` for others",
                ));
            }
            prop.default = Some(quote!(::core::option::Option::None));
            prop.setter = quote!(setter(strip_option));
        } else {
            return Err(meta.error("expected `default`, `default = value`, `into` or `optional`"));
        }
        Ok(())
    })
}

fn is_named(of: &Type, name: &str) -> bool {
    matches!(of, Type::Path(path) if path.path.segments.last().is_some_and(|last| last.ident == name))
}

/// The last step of the builder.
fn build(library: &syn::Path, item: &ItemStruct, props: &[Prop]) -> TokenStream {
    let (name, builder) = (&item.ident, format_ident!("{}Builder", item.ident));
    let states: Vec<Ident> = (0..props.len())
        .map(|i| format_ident!("__Prop{i}"))
        .collect();
    let names: Vec<&Ident> = props.iter().map(|prop| &prop.name).collect();
    let traits = props
        .iter()
        .filter(|prop| prop.default.is_none())
        .map(|prop| required(name, prop));
    let bounds = props.iter().zip(&states).map(|(prop, state)| {
        let (of, given) = (&prop.of, given(library, prop));
        quote!(#state: #given<#of>)
    });
    let values = props.iter().map(|prop| {
        let (name, given) = (&prop.name, given(library, prop));
        match &prop.default {
            Some(default) => quote!(#name: #given::take(#name).unwrap_or_else(|| #default)),
            None => quote!(#name: #given::take(#name)),
        }
    });
    let mut generics = item.generics.clone();
    generics.params.extend(
        states
            .iter()
            .map(|state| -> GenericParam { parse_quote!(#state) }),
    );
    let (impl_generics, _, where_clause) = generics.split_for_impl();
    let (_, type_generics, _) = item.generics.split_for_impl();
    let arguments = arguments(&item.generics);
    quote! {
        #[allow(non_camel_case_types, private_bounds, private_interfaces, clippy::all, clippy::pedantic)]
        const _: () = {
            #(#traits)*
            impl #impl_generics #builder<#(#arguments,)* (#(#states,)*)> #where_clause {
                /// Finishes the component.
                pub fn build(self) -> #name #type_generics where #(#bounds,)* {
                    let (#(#names,)*) = self.fields;
                    #name { #(#values,)* }
                }
            }
        };
    }
}

/// The trait that a given prop implements.
fn given(library: &syn::Path, prop: &Prop) -> TokenStream {
    match prop.default {
        Some(_) => quote!(#library::private::MaybeGiven),
        None => {
            let name = required_name(&prop.name);
            quote!(#name)
        }
    }
}

fn required_name(prop: &Ident) -> Ident {
    format_ident!("Given_{}", prop)
}

/// A trait whose message names the prop.
fn required(component: &Ident, prop: &Prop) -> TokenStream {
    let name = required_name(&prop.name);
    let message = format!("`{component}` needs the prop `{}`", prop.name);
    let label = format!("add `{}=(…)` here", prop.name);
    quote! {
        #[diagnostic::on_unimplemented(message = #message, label = #label, note = "the prop has no default")]
        trait #name<T> { fn take(self) -> T; }
        #[diagnostic::do_not_recommend]
        impl<T> #name<T> for (T,) { fn take(self) -> T { self.0 } }
    }
}

/// The generic parameters as arguments.
fn arguments(generics: &Generics) -> Vec<GenericArgument> {
    let arguments = generics.params.iter().map(|parameter| match parameter {
        GenericParam::Lifetime(lifetime) => GenericArgument::Lifetime(lifetime.lifetime.clone()),
        GenericParam::Type(of) => {
            let ident = &of.ident;
            parse_quote!(#ident)
        }
        GenericParam::Const(constant) => {
            let ident = &constant.ident;
            parse_quote!(#ident)
        }
    });
    arguments.collect()
}

/// A function as a struct of its arguments that renders by running the function's body.
fn from_function(arguments: &TokenStream, mut function: ItemFn) -> syn::Result<TokenStream> {
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
    let mut of = (*argument.ty).clone();
    elided.visit_type_mut(&mut of);
    let (name, attributes) = (&pattern.ident, &argument.attrs);
    Ok(parse_quote!(#(#attributes)* #visibility #name: #of))
}

/// Gives elided lifetimes a name.
struct Elided {
    lifetime: Lifetime,
    found: bool,
}

impl Elided {
    fn name(&mut self) -> Lifetime {
        self.found = true;
        self.lifetime.clone()
    }
}

impl VisitMut for Elided {
    fn visit_type_reference_mut(&mut self, reference: &mut syn::TypeReference) {
        if reference.lifetime.is_none() {
            reference.lifetime = Some(self.name());
        }
        visit_mut::visit_type_reference_mut(self, reference);
    }

    fn visit_lifetime_mut(&mut self, lifetime: &mut Lifetime) {
        if lifetime.ident == "_" {
            *lifetime = self.name();
        }
    }

    fn visit_type_path_mut(&mut self, path: &mut syn::TypePath) {
        if let Some(last) = path.path.segments.last_mut()
            && last.ident == "Children"
            && last.arguments.is_none()
        {
            let lifetime = self.name();
            last.arguments = PathArguments::AngleBracketed(parse_quote!(<#lifetime>));
        }
        visit_mut::visit_type_path_mut(self, path);
    }
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
