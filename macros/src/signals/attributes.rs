//! What `#[serde(…)]` and `#[signals(…)]` say.
//!
//! serde's attributes are read whether or not serde's traits are derived beside: the names on the wire are the
//! same either way. What of serde cannot hold for signals is an error at its word, not ignored.

use proc_macro2::{Group, Ident, Span};
use syn::ext::IdentExt as _;
use syn::meta::ParseNestedMeta;
use syn::{Attribute, Expr, ExprPath, LitStr, Path, Token, parse_quote, token};

use super::DefaultFrom;
use super::name::{self, Rule};
use starmark_syntax::errors::Errors;

/// What the attributes of a struct or an enum say.
pub(super) struct Container {
    pub(super) library: Path,
    pub(super) rule: Rule,
    pub(super) rule_span: Span,
    pub(super) namespace: Option<String>,
    pub(super) default: Option<DefaultFrom>,
}

/// What the attributes of a field or a variant say.
#[expect(
    clippy::struct_excessive_bools,
    reason = "each is one word of an attribute"
)]
pub(super) struct Field {
    pub(super) rename: Option<LitStr>,
    pub(super) is_local: bool,
    pub(super) is_plain: bool,
    pub(super) is_flattened: bool,
    pub(super) is_skipped: bool,
    pub(super) is_written: bool,
    pub(super) is_read: bool,
    pub(super) skip_if: Option<ExprPath>,
    pub(super) default: Option<DefaultFrom>,
}

/// Why an attribute of serde does not hold for signals.
const REFUSED: [(&str, &str); 16] = [
    (
        "with",
        "put `#[signals(value)]` on a type of your own that serde reads and writes so",
    ),
    (
        "serialize_with",
        "put `#[signals(value)]` on a type of your own that serde writes so",
    ),
    (
        "deserialize_with",
        "put `#[signals(value)]` on a type of your own that serde reads so",
    ),
    (
        "alias",
        "the page sends the name that it was given; leave it out",
    ),
    (
        "deny_unknown_fields",
        "a page sends all of its signals, also those of others; leave it out",
    ),
    (
        "tag",
        "a signal is no enum with data; write a struct with a field for the kind",
    ),
    (
        "content",
        "a signal is no enum with data; write a struct with a field for the kind",
    ),
    (
        "untagged",
        "a signal has one type; `#[signals(value)]` on the field takes what serde reads",
    ),
    (
        "transparent",
        "signals have names; put `#[signals(value)]` on the fields of this type",
    ),
    ("from", "put `#[signals(value)]` on the fields of this type"),
    (
        "try_from",
        "put `#[signals(value)]` on the fields of this type",
    ),
    ("into", "put `#[signals(value)]` on the fields of this type"),
    (
        "remote",
        "put `#[signals(value)]` on the fields of this type",
    ),
    ("getter", "signals are fields; write the field itself"),
    (
        "borrow",
        "signals own their values; write `String` for `&str`",
    ),
    (
        "other",
        "read the field as an `Option`, or with `#[signals(value)]`",
    ),
];

impl Container {
    pub(super) fn read(attributes: &[Attribute], ident: &Ident, errors: &mut Errors) -> Self {
        let mut container = Self {
            library: parse_quote!(::starmark),
            rule: Rule::AsIs,
            rule_span: Span::call_site(),
            namespace: None,
            default: None,
        };
        each(attributes, "serde", errors, |meta, errors| {
            container.serde(meta, errors)
        });
        each(attributes, "signals", errors, |meta, errors| {
            container.own(meta, ident, errors)
        });
        container
    }

    fn serde(&mut self, meta: &ParseNestedMeta<'_>, errors: &mut Errors) -> syn::Result<()> {
        if meta.path.is_ident("rename_all") {
            if let Some(rule) = one_name(meta, errors)? {
                self.rule = Rule::read(&rule.value(), rule.span(), errors);
                self.rule_span = rule.span();
            }
            Ok(())
        } else if meta.path.is_ident("default") {
            self.default = Some(default(meta)?);
            Ok(())
        } else if ["rename", "rename_all_fields", "crate", "bound", "expecting"]
            .iter()
            .any(|name| meta.path.is_ident(name))
        {
            // The name of the type is not on the wire, and the others say how serde's own code looks.
            skip(meta)
        } else {
            refuse(meta, errors)
        }
    }

    fn own(
        &mut self,
        meta: &ParseNestedMeta<'_>,
        ident: &Ident,
        errors: &mut Errors,
    ) -> syn::Result<()> {
        if meta.path.is_ident("crate") {
            self.library = meta.value()?.call(Path::parse_mod_style)?;
        } else if meta.path.is_ident("namespace") {
            let (name, span) = if meta.input.peek(Token![=]) {
                let name: LitStr = meta.value()?.parse()?;
                (name.value(), name.span())
            } else {
                (ident.unraw().to_string(), ident.span())
            };
            if let Some(problem) = name::problem(&name, false) {
                errors.at(span, problem);
            }
            self.namespace = Some(name);
        } else {
            return Err(
                meta.error("expected `namespace`, `namespace = \"Name\"` or `crate = path`")
            );
        }
        Ok(())
    }
}

impl Field {
    pub(super) fn read(attributes: &[Attribute], errors: &mut Errors) -> Self {
        let mut field = Self {
            rename: None,
            is_local: false,
            is_plain: false,
            is_flattened: false,
            is_skipped: false,
            is_written: true,
            is_read: true,
            skip_if: None,
            default: None,
        };
        each(attributes, "serde", errors, |meta, errors| {
            field.serde(meta, errors)
        });
        each(attributes, "signals", errors, |meta, errors| {
            field.own(meta, errors)
        });
        field
    }

    fn serde(&mut self, meta: &ParseNestedMeta<'_>, errors: &mut Errors) -> syn::Result<()> {
        let is = |name: &str| meta.path.is_ident(name);
        if is("rename") {
            self.rename = one_name(meta, errors)?;
        } else if is("default") {
            self.default = Some(default(meta)?);
        } else if is("skip_serializing_if") {
            self.skip_if = Some(function(meta)?);
        } else if is("flatten") {
            self.is_flattened = true;
        } else if is("skip") {
            self.is_skipped = true;
        } else if is("skip_serializing") {
            self.is_written = false;
        } else if is("skip_deserializing") {
            self.is_read = false;
        } else {
            return refuse(meta, errors);
        }
        Ok(())
    }

    fn own(&mut self, meta: &ParseNestedMeta<'_>, _: &mut Errors) -> syn::Result<()> {
        if meta.path.is_ident("local") {
            self.is_local = true;
        } else if meta.path.is_ident("value") {
            self.is_plain = true;
        } else if meta.path.is_ident("skip") {
            self.is_skipped = true;
        } else {
            return Err(meta.error(
                "expected `local` (the browser keeps it to itself), `value` (serde writes and reads it) or `skip` (it \
                 is no signal)",
            ));
        }
        Ok(())
    }
}

fn each(
    attributes: &[Attribute],
    name: &str,
    errors: &mut Errors,
    mut read: impl FnMut(&ParseNestedMeta<'_>, &mut Errors) -> syn::Result<()>,
) {
    for attribute in attributes
        .iter()
        .filter(|attribute| attribute.path().is_ident(name))
    {
        if let Err(error) = attribute.parse_nested_meta(|meta| read(&meta, errors)) {
            errors.push(error);
        }
    }
}

/// `name = "x"`; serde's two names for two directions are one too many.
fn one_name(meta: &ParseNestedMeta<'_>, errors: &mut Errors) -> syn::Result<Option<LitStr>> {
    if meta.input.peek(token::Paren) {
        let span = span(meta);
        skip(meta)?;
        errors.at(
            span,
            "a signal has the same name in the page and in requests: write `= \"name\"`",
        );
        return Ok(None);
    }
    meta.value()?.parse().map(Some)
}

fn default(meta: &ParseNestedMeta<'_>) -> syn::Result<DefaultFrom> {
    if meta.input.peek(Token![=]) {
        function(meta).map(DefaultFrom::Function)
    } else {
        Ok(DefaultFrom::Trait)
    }
}

/// `name = "path::to::function"`
fn function(meta: &ParseNestedMeta<'_>) -> syn::Result<ExprPath> {
    let path: LitStr = meta.value()?.parse()?;
    path.parse()
}

/// Reads what belongs to a word that means nothing here.
fn skip(meta: &ParseNestedMeta<'_>) -> syn::Result<()> {
    if meta.input.peek(Token![=]) {
        meta.value()?.parse::<Expr>()?;
    } else if meta.input.peek(token::Paren) {
        meta.input.parse::<Group>()?;
    }
    Ok(())
}

fn refuse(meta: &ParseNestedMeta<'_>, errors: &mut Errors) -> syn::Result<()> {
    let word = meta
        .path
        .get_ident()
        .map(ToString::to_string)
        .unwrap_or_default();
    let span = span(meta);
    skip(meta)?;
    let reason = REFUSED
        .iter()
        .find(|(name, _)| *name == word)
        .map(|(_, reason)| *reason);
    let reason = reason.unwrap_or("leave it out");
    errors.at(
        span,
        format!("`#[serde({word})]` does not hold for signals: {reason}"),
    );
    Ok(())
}

fn span(meta: &ParseNestedMeta<'_>) -> Span {
    meta.path
        .segments
        .first()
        .map_or_else(Span::call_site, |first| first.ident.span())
}
