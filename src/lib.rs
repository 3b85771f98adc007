//! Typed HTML and Datastar, rendered straight into patch events, with rustc as the checker.
//!
//! | to write | use |
//! |---|---|
//! | a template | [`html!`], [`write_html!`] |
//! | the same by plain functions | [`html`](mod@html), [`svg`], [`mathml`] and [`Element`] |
//! | a component | [`macro@component`], [`Render`], [`Children`] |
//! | a Datastar attribute | its name in a template, [`Element::data_on`] and its siblings, [`data`] |
//! | a request by the page | [`get`], [`post`], [`put`], [`patch()`], [`delete`] |
//! | an answer | [`sse`]: [`Patch`](sse::Patch), [`PatchElements`](sse::PatchElements), [`Sse`](sse::Sse) |
//! | what the page sent | [`Signals`](struct@Signals) |
//! | the signals of a page, as a struct | [`#[derive(Signals)]`](macro@Signals), [`patch!`](crate::patch!), [`signals`] |
//! | the client in the page, and its policy | [`client!`](macro@client), [`client`](mod@client): [`Nonce`](client::Nonce), [`Policy`](client::Policy) |
//! | elements and attributes of your own | [`elements!`], [`attributes!`] |
//! | attributes in askama, minijinja, tera, maud, hypertext | the feature of that name; [`data`], [`Attributes`] |
//!
//! ```
//! use starmark::prelude::*;
//!
//! fn hello(name: &str) -> Markup {
//!     html! {
//!         p.greeting { "Hello, " (name) "!" }
//!         button data-on:click__prevent=(post("/hello")) { "Again" }
//!     }
//! }
//!
//! assert_eq!(
//!     hello("<World>").into_string(),
//!     "<p class=\"greeting\">Hello, &lt;World&gt;!</p>\
//!      <button data-on:click__prevent=\"@post('/hello')\">Again</button>",
//! );
//! ```
#![cfg_attr(docsrs, feature(doc_cfg))]

// The macros' expansions say `::starmark`, also in this crate's own tests.
extern crate self as starmark;

pub mod attributes;
mod buffer;
pub mod client;
#[cfg(feature = "components")]
mod component;
pub mod data;
#[cfg(feature = "json")]
mod derive;
pub mod element;
mod escape;
pub mod html;
mod integrations;
pub mod js;
#[cfg(feature = "json")]
mod json;
mod markup;
pub mod mathml;
mod message;
pub mod prelude;
#[doc(hidden)]
pub mod private;
mod render;
#[cfg(feature = "json")]
pub mod signals;
pub mod sse;
pub mod svg;
pub mod value;
mod vocabulary;

pub use attributes::Attributes;
pub use buffer::Buffer;
#[cfg(feature = "components")]
pub use component::Children;
pub use data::{Action, Signal, delete, get, patch, post, put, query, quote};
#[cfg(feature = "json")]
pub use derive::Signals;
pub use element::{Element, Tag};
#[cfg(feature = "json")]
pub use json::{JsonScript, SignalsError};
pub use markup::{DOCTYPE, Markup, PreEscaped};
pub use render::{FromFn, Render, from_fn, render};
#[cfg(feature = "json")]
pub use signals::Signals;

/// Renders a template to owned [`Markup`].
///
/// The grammar is maud's; every name is checked. Elements end with `{ … }` or, if they are void, with `;`.
///
/// | in a template | means |
/// |---|---|
/// | `p { "text" }` | an element with text, escaped |
/// | `br;` | a void element |
/// | `(value)` | whatever is [`Render`] or `Display` |
/// | `p title="x" lang=(lang)` | attributes; a value is a literal, `(value)`, `{ several }` or `@if`, `@match` |
/// | `a href=[option]`, `input checked[condition]` | attributes that may be left out |
/// | `.card #main .late[is_late]` | classes and the id; without a name, the element is a `div` |
/// | `"x-on:click"="…"` | an attribute's name as written, unchecked |
/// | `my-element { }` | a custom element that is not declared, with any attributes |
/// | `star_rating { }`, `ui::star_rating { }` | an element declared with [`elements!`] |
/// | `svg::g { }` | an element of SVG at the top of a template |
/// | `CardView card=(card) editable;` | a component |
/// | `(..list)` | a list of [`Attributes`] |
/// | `data-on:input__debounce.200ms=(get("/x"))` | a Datastar attribute as its documentation spells it |
/// | `@if`, `@else`, `@for`, `@while`, `@match`, `@let` | Rust's control flow |
///
/// Differences from maud 0.27, all on purpose: an unknown name is an error, a void element has no body and the
/// others do, a flag such as `checked=(value)` takes a `bool`, a plain string cannot be code (`script`, `style`,
/// `onclick`, Datastar), an address with a script for a scheme becomes `about:invalid`, a literal in `script` or
/// `style` is written as it is, a double quote in `PreEscaped` cannot end an attribute, a path with `::` names a
/// Rust item, and a carriage return, a NUL and the first line feed of `pre` are kept from the parser.
///
/// ```
/// use starmark::html;
///
/// let names = ["Ada", "<Bob>"];
/// let list = html! {
///     ul #names {
///         @for (i, name) in names.iter().enumerate() {
///             li.first[i == 0] { (name) }
///         }
///     }
/// };
/// assert_eq!(list.into_string(), "<ul id=\"names\"><li class=\"first\">Ada</li><li class=\"\">&lt;Bob&gt;</li></ul>");
/// ```
#[macro_export]
macro_rules! html {
    ($($template:tt)*) => { $crate::private::html! { $crate { $($template)* } } };
}

/// Renders a template into a [`Buffer`].
///
/// ```
/// use starmark::{Buffer, write_html};
///
/// let mut out = Buffer::new();
/// write_html!(&mut out, p { "one" });
/// write_html!(&mut out, p { "two" });
/// assert_eq!(out.as_str(), "<p>one</p><p>two</p>");
/// ```
#[macro_export]
macro_rules! write_html {
    ($($call:tt)*) => { $crate::private::write_html! { $crate { $($call)* } } };
}

/// Makes a component of a function or a struct.
///
/// A component has named, typed props and is called in a template like an element with a capital. It renders
/// into the parent's buffer.
///
/// On a function, the arguments are the props. References need no lifetime; other props are cloned to run the
/// body, so pass what is costly by reference. On a struct, which implements [`Render`] itself, the fields are.
/// `#[prop(default)]` and `#[prop(default = value)]` make a prop optional, `#[prop(optional)]` an `Option` that
/// is given without `Some`, `#[prop(into)]` converts. A prop of type [`Children`] takes the body.
///
/// ```
/// use starmark::prelude::*;
///
/// #[component]
/// fn Panel(title: &str, #[prop(default)] wide: bool, children: Children) -> Markup {
///     html! { section.wide[wide] { h2 { (title) } (children) } }
/// }
///
/// let page = html! { Panel title="News" wide { p { "Hello" } } };
/// assert_eq!(page.into_string(), "<section class=\"wide\"><h2>News</h2><p>Hello</p></section>");
/// ```
///
/// A missing prop is an error at the component: "`Panel` needs the prop `title`".
#[cfg(feature = "components")]
pub use starmark_macros::component;

/// The examples of the README are tests.
#[cfg(all(doctest, feature = "axum", feature = "csp"))]
#[doc = include_str!("../README.md")]
struct Readme;
