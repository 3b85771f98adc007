//! `#[derive(Signals)]`: a struct as the signals of a page, an enum as the value of one.
//!
//! `attributes` reads what `#[serde(…)]` and `#[signals(…)]` say, `name` makes names of it that the client can
//! carry, `expand` prints the handles and both directions of the wire.

mod attributes;
mod choice;
mod expand;
mod name;

use proc_macro2::{Ident, Span, TokenStream};
use quote::quote;
use syn::ext::IdentExt as _;
use syn::{Attribute, ExprPath, Fields, Generics, Item, ItemStruct, Path, Type, Visibility};

use self::attributes::{Container, Field};
use starmark_syntax::errors::Errors;

/// Expands the derive macro on a struct or an enum.
pub(crate) fn expand(item: TokenStream) -> TokenStream {
    let mut errors = Errors::default();
    let expanded = match syn::parse2::<Item>(item) {
        Ok(Item::Struct(item)) => Record::read(item, &mut errors).map(|it| expand::record(&it)),
        Ok(Item::Enum(item)) => {
            choice::Choice::read(item, &mut errors).map(|it| choice::expand(&it))
        }
        Ok(_) => {
            errors.at(
                Span::call_site(),
                "signals are a struct with named fields; the value of one can be an enum without data",
            );
            None
        }
        Err(error) => {
            errors.push(error);
            None
        }
    };
    let errors = errors.into_tokens();
    quote!(#errors #expanded)
}

/// A struct whose fields are signals.
struct Record {
    library: Path,
    visibility: Visibility,
    ident: Ident,
    namespace: Option<String>,
    default: Option<DefaultFrom>,
    members: Vec<Member>,
}

/// A field of such a struct.
struct Member {
    ident: Ident,
    of: Type,
    docs: Vec<Attribute>,
    /// The name on the wire.
    name: String,
    role: Role,
    /// Whether serde writes and reads it.
    is_plain: bool,
    is_written: bool,
    is_read: bool,
    skip_if: Option<ExprPath>,
    default: Option<DefaultFrom>,
}

/// What a field is on the wire.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Role {
    /// A signal.
    Signal,
    /// Its fields are fields of the struct.
    Flattened,
    /// Nothing.
    Absent,
}

/// Where a value comes from that the request does not have.
enum DefaultFrom {
    Trait,
    Function(ExprPath),
}

impl Record {
    fn read(item: ItemStruct, errors: &mut Errors) -> Option<Self> {
        refuse_parameters(&item.generics, errors)?;
        let mut container = Container::read(&item.attrs, &item.ident, errors);
        if container.rule.has_hyphens() {
            let message = "attributes turn a hyphen into a capital, and expressions read it as a minus: write \
                           `rename_all = \"camelCase\"` or `\"snake_case\"`";
            errors.at(container.rule_span, message);
            container.rule = name::Rule::AsIs;
        }
        let Fields::Named(fields) = item.fields else {
            errors.at(
                item.ident.span(),
                "signals are a struct with named fields: `struct Name { query: String }`",
            );
            return None;
        };
        let mut members: Vec<Member> = Vec::new();
        for field in fields.named {
            let Some(ident) = field.ident else { continue };
            let read = Field::read(&field.attrs, errors);
            let member = Member::new(ident, field.ty, field.attrs, read, &container, errors);
            refuse_twice(&members, &member, errors);
            members.push(member);
        }
        Some(Self {
            library: container.library,
            visibility: item.vis,
            ident: item.ident,
            namespace: container.namespace,
            default: container.default,
            members,
        })
    }
}

impl Member {
    fn new(
        ident: Ident,
        of: Type,
        attributes: Vec<Attribute>,
        field: Field,
        container: &Container,
        errors: &mut Errors,
    ) -> Self {
        let role = if field.is_flattened {
            Role::Flattened
        } else if field.is_skipped {
            Role::Absent
        } else {
            Role::Signal
        };
        let (written, span) = match &field.rename {
            Some(literal) => (literal.value(), literal.span()),
            None => (
                container.rule.field(&ident.unraw().to_string()),
                ident.span(),
            ),
        };
        let name = if field.is_local {
            format!("_{}", written.trim_start_matches('_'))
        } else {
            written
        };
        if role == Role::Signal
            && let Some(problem) = name::problem(&name, field.is_local)
        {
            errors.at(span, problem);
        }
        Self {
            ident,
            of,
            docs: attributes
                .into_iter()
                .filter(|attribute| attribute.path().is_ident("doc"))
                .collect(),
            name,
            role,
            is_plain: field.is_plain,
            is_written: field.is_written,
            is_read: field.is_read && !field.is_local,
            skip_if: field.skip_if,
            default: field.default,
        }
    }
}

fn refuse_parameters(generics: &Generics, errors: &mut Errors) -> Option<()> {
    let Some(parameter) = generics.params.first() else {
        return Some(());
    };
    let message = "signals are read back from requests, so their type has no parameters: write owned types, such as \
                   `String` for `&str`; to only write something borrowed, wrap it in `Plain`";
    errors.push(syn::Error::new_spanned(parameter, message));
    None
}

fn refuse_twice(members: &[Member], member: &Member, errors: &mut Errors) {
    let is_same = |other: &&Member| other.role == Role::Signal && other.name == member.name;
    if let Some(other) = members.iter().find(is_same)
        && member.role == Role::Signal
    {
        let (name, other) = (&member.name, &other.ident);
        errors.at(
            member.ident.span(),
            format!("the field `{other}` is the signal `{name}` already: give one of the two another name"),
        );
    }
}
