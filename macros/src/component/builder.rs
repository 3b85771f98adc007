//! The builder of a component's props: a setter for each, which can be called once, and `build` at the end.
//!
//! Which props were given is part of the builder's type: a tuple with `(T,)` for a prop that was, and `()` for one
//! that was not. A missing prop is named in the message, because each required prop has a trait that only `(T,)`
//! implements.

use proc_macro2::{Ident, TokenStream};
use quote::{format_ident, quote};
use syn::{GenericArgument, GenericParam, Generics, ItemStruct, Type, parse_quote};

use super::{Prop, Setter};

/// The parts that every piece of the builder names.
struct Builder<'a> {
    library: &'a syn::Path,
    item: &'a ItemStruct,
    props: &'a [Prop],
    name: Ident,
    /// The state of each prop, as a type parameter.
    states: Vec<Ident>,
    /// The parameters of the component, as they are declared.
    generics: Generics,
    /// The same as arguments.
    arguments: Vec<GenericArgument>,
}

/// The builder, its setters, and `build`.
pub(super) fn builder(library: &syn::Path, item: &ItemStruct, props: &[Prop]) -> TokenStream {
    let mut generics = item.generics.clone();
    for parameter in &mut generics.params {
        match parameter {
            GenericParam::Type(of) => of.default = None,
            GenericParam::Const(constant) => constant.default = None,
            GenericParam::Lifetime(_) => {}
        }
    }
    let builder = Builder {
        library,
        item,
        props,
        name: format_ident!("{}Builder", item.ident),
        states: (0..props.len())
            .map(|i| format_ident!("__Prop{i}"))
            .collect(),
        arguments: arguments(&generics),
        generics,
    };
    let (definition, build) = (builder.definition(), builder.build());
    let setters = (0..props.len()).map(|i| builder.setter(i));
    let traits = props.iter().filter(|prop| prop.default.is_none());
    let traits = traits.map(|prop| required(&item.ident, prop));
    quote! {
        #definition
        #[allow(
            dead_code, missing_docs, non_camel_case_types, non_snake_case, private_bounds, private_interfaces,
            clippy::all, clippy::pedantic, clippy::nursery
        )]
        const _: () = {
            #(#traits)*
            #(#setters)*
            #build
        };
    }
}

impl Builder<'_> {
    /// The type, and how it begins.
    fn definition(&self) -> TokenStream {
        let Self {
            item,
            name,
            arguments,
            generics,
            ..
        } = self;
        let (visibility, component, where_clause) =
            (&item.vis, &item.ident, &generics.where_clause);
        let parameters = generics.params.iter();
        let (impl_generics, type_generics, _) = generics.split_for_impl();
        let none = self.props.iter().map(|_| quote!(()));
        let none = quote!((#(#none,)*));
        let about = format!("The props of [`{component}`] that were given so far.");
        quote! {
            #[doc = #about]
            #[allow(dead_code, private_bounds, private_interfaces, missing_debug_implementations, clippy::type_complexity)]
            #visibility struct #name<#(#parameters,)* GivenProps = #none> #where_clause {
                props: GivenProps,
                component: ::core::marker::PhantomData<fn() -> #component #type_generics>,
            }

            impl #impl_generics #component #type_generics #where_clause {
                /// A builder without any props.
                #[allow(dead_code, private_interfaces, clippy::type_complexity)]
                #visibility fn builder() -> #name<#(#arguments,)* #none> {
                    #name { props: #none, component: ::core::marker::PhantomData }
                }
            }
        }
    }

    /// The method that gives a prop, there only as long as the prop is not given.
    fn setter(&self, given: usize) -> TokenStream {
        let Self {
            item,
            props,
            name: builder,
            states,
            arguments,
            generics,
            ..
        } = self;
        let Prop {
            name,
            of,
            setter,
            docs,
            ..
        } = &props[given];
        let (argument, value) = match setter {
            Setter::Plain => (quote!(#of), quote!(#name)),
            Setter::Into => (
                quote!(impl ::core::convert::Into<#of>),
                quote!(::core::convert::Into::into(#name)),
            ),
            Setter::Some(of) => (quote!(#of), quote!(::core::option::Option::Some(#name))),
        };
        let others = states.iter().enumerate().filter(|(i, _)| *i != given);
        let others: Vec<_> = others.map(|(_, state)| state).collect();
        let state = |this: TokenStream| {
            let states = states.iter().enumerate().map(|(i, state)| {
                if i == given {
                    this.clone()
                } else {
                    quote!(#state)
                }
            });
            quote!((#(#states,)*))
        };
        let (before, after) = (state(quote!(())), state(quote!((#of,))));
        let (taken, given) = (state(quote!(())), state(quote!((#value,))));
        let (parameters, where_clause) = (generics.params.iter(), &generics.where_clause);
        let visibility = &item.vis;
        quote! {
            impl<#(#parameters,)* #(#others,)*> #builder<#(#arguments,)* #before> #where_clause {
                #(#docs)*
                #visibility fn #name(self, #name: #argument) -> #builder<#(#arguments,)* #after> {
                    let #taken = self.props;
                    #builder { props: #given, component: self.component }
                }
            }
        }
    }

    /// The last step.
    fn build(&self) -> TokenStream {
        let Self {
            library,
            item,
            props,
            name: builder,
            states,
            arguments,
            generics,
        } = self;
        let (component, where_clause) = (&item.ident, &generics.where_clause);
        let names: Vec<&Ident> = props.iter().map(|prop| &prop.name).collect();
        let bounds = props.iter().zip(states).map(|(prop, state)| {
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
        let parameters = generics.params.iter();
        let (_, type_generics, _) = generics.split_for_impl();
        quote! {
            impl<#(#parameters,)* #(#states,)*> #builder<#(#arguments,)* (#(#states,)*)> #where_clause {
                /// Finishes the component.
                pub fn build(self) -> #component #type_generics where #(#bounds,)* {
                    let (#(#names,)*) = self.props;
                    #component { #(#values,)* }
                }
            }
        }
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

/// The type inside an `Option<…>`.
pub(super) fn inside_option(of: &Type) -> Option<Type> {
    let Type::Path(path) = of else {
        return None;
    };
    let last = path
        .path
        .segments
        .last()
        .filter(|last| last.ident == "Option")?;
    let syn::PathArguments::AngleBracketed(arguments) = &last.arguments else {
        return None;
    };
    match arguments.args.first() {
        Some(GenericArgument::Type(of)) => Some(of.clone()),
        _ => None,
    }
}
