//! Typed HTML and Datastar, rendered straight into patch events, with rustc as the checker.
//!
//! | to write | use |
//! |---|---|
//! | a template | [`html!`], [`write_html!`] |
//! | the same by plain functions | [`html`](mod@html), [`svg`], [`mathml`] and [`Element`] |
//! | a component | [`macro@component`], [`Render`], [`Children`] |
//! | a Datastar attribute | its name in a template, [`Element::data_on`] and its siblings, [`data`] |
//! | a request by the page | the name of a handler with [`#[route]`](macro@route); [`get`], [`post`], [`put`], [`patch()`], [`delete`] |
//! | the address of a handler | [`#[route]`](macro@route), [`routes!`], [`path!`] |
//! | an answer | [`sse`]: [`Patch`](sse::Patch), [`PatchElements`](sse::PatchElements), [`Reply`](sse::Reply) |
//! | a stream of answers | [`Sse`](sse::Sse), [`EventLog`](sse::EventLog), [`serve`] |
//! | a page that follows the state of the server | [`live`]: [`Live`](live::Live), [`Relay`](live::Relay) |
//! | the id of an element, for markup and patches | [`id!`], [`IdPrefix`] |
//! | answers in fewer bytes | [`compression`]: [`Compression`](compression::Compression) |
//! | what the page sent | [`Signals`](struct@Signals) |
//! | a guard against other sites | [`guard`] |
//! | the signals of a page, as a struct | [`#[derive(Signals)]`](macro@Signals), [`patch!`](crate::patch!), [`signals`] |
//! | the client in the page, and its policy | [`client!`](macro@client), [`client`](mod@client): [`Nonce`](client::Nonce), [`Policy`](client::Policy) |
//! | state that pages follow and change | [`state`](mod@state): [`#[derive(State)]`](macro@State), [`#[events]`](macro@events), [`States`](state::States), [`Current`](state::Current) |
//! | a test of a component, a route or a page | [`testing`]: [`assert_html_snapshot!`], [`Client`](testing::Client), [`Page`](testing::Page) |
//! | elements and attributes of your own | [`elements!`], [`attributes!`] |
//! | a test of a page | `testing`, with the feature of that name |
//! | code of the browser, as Rust | [`js!`](macro@crate::js), [`js`](mod@js) |
//! | a value of an attribute of a type of yours | [`value`] |
//! | the imports of a file with templates | [`prelude`] |
//! | any of these in axum, actix-web, poem, Rocket, salvo, warp; elsewhere | the feature of that name; `reply` |
//! | attributes in askama, minijinja, tera, maud, hypertext | the feature of that name; [`data`], [`Attributes`] |
//!
//! The guide, from the first page to production, is in `docs/`; it begins with `docs/guide/start.md`.
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
#[cfg(feature = "compression")]
pub mod compression;
pub mod data;
#[cfg(feature = "json")]
mod derive;
pub mod element;
#[cfg(feature = "http")]
pub mod guard;
pub mod html;
mod id;
mod integrations;
pub mod js;
#[cfg(feature = "json")]
mod json;
#[cfg(feature = "live")]
pub mod live;
mod markup;
pub mod mathml;
mod message;
pub mod prelude;
#[doc(hidden)]
pub mod private;
#[cfg(any(feature = "csp", feature = "state", feature = "stream"))]
mod random;
mod render;
#[cfg(feature = "http")]
pub mod reply;
#[cfg(any(feature = "stream", all(feature = "http", feature = "json")))]
mod report;
#[cfg(any(feature = "axum", feature = "state"))]
pub mod route;
#[cfg(feature = "serve")]
pub mod serve;
#[cfg(feature = "json")]
pub mod signals;
pub mod sse;
#[cfg(feature = "state")]
pub mod state;
pub mod svg;
#[cfg(feature = "testing")]
pub mod testing;
pub mod value;
mod vocabulary;

pub use attributes::Attributes;
pub use buffer::Buffer;
#[cfg(feature = "components")]
pub use component::Children;
pub use data::{Action, Signal, delete, get, patch, post, put, query, quote};
#[cfg(feature = "json")]
pub use derive::Signals;
#[cfg(feature = "state")]
pub use derive::{State, events};
pub use element::{Element, Tag};
pub use id::{Id, IdPrefix};
#[cfg(feature = "warp")]
pub use integrations::warp;
#[cfg(feature = "json")]
pub use json::{JsonScript, SignalsError};
pub use markup::{DOCTYPE, Markup, PreEscaped};
pub use render::{FromFn, Render, from_fn, render};
#[cfg(any(feature = "axum", feature = "state"))]
pub use route::Route;
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

/// Code of the browser, written as Rust.
///
/// The tokens are printed as JavaScript, and checked by rustc as Rust that never runs: names, types and suggestions
/// are rustc's. See [`js`](mod@js) for what there is.
///
/// ```
/// use starmark::js;
/// use starmark::data::Signal;
///
/// # let (count, open): (Signal<i64>, Signal<bool>) = (Signal::of("count"), Signal::of("ui.open"));
/// let max = 10;
/// assert_eq!(js!(count > #max && !open).as_str(), "$count > 10 && !$ui.open");
/// assert_eq!(js!(count += 1; open = !open).as_str(), "$count += 1; $ui.open = !$ui.open");
/// ```
#[macro_export]
macro_rules! js {
    ($($code:tt)*) => { $crate::private::js! { $crate { $($code)* } } };
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

/// Declares the route of a handler: its method, its path, and which arguments stand in them.
///
/// ```
/// use axum::Router;
/// use serde::{Deserialize, Serialize};
/// use starmark::{Signals, route, routes, signal};
///
/// #[derive(Clone, Copy, Serialize, Deserialize)]
/// #[serde(rename_all = "lowercase")]
/// enum Column { Todo, Done }
///
/// #[derive(Signals)]
/// struct Filter { query: String }
///
/// #[route(post "/tickets/{id}/move?{to}")]
/// async fn move_ticket(id: u64, to: Column, Signals(filter): Signals<Filter>) -> String {
///     filter.query
/// }
///
/// #[route(get "/tickets?q={query}&{page}")]
/// async fn search(query: String, page: Option<u32>) -> String {
///     query
/// }
///
/// #[route(get "/changes", stream)]
/// async fn changes() {}
///
/// let app: Router = Router::new().merge(routes![move_ticket, search, changes]);
///
/// assert_eq!(move_ticket::action(7, Column::Done).to_string(), "@post('/tickets/7/move?to=done')");
/// assert_eq!(search::action("a&b", None).to_string(), "@get('/tickets?q=a%26b')");
/// assert_eq!(search::path("a&b", 2).as_str(), "/tickets?q=a%26b&page=2");
///
/// let id = signal!("id");   // worked out in the browser, and of the handler's type if it has one
/// assert!(move_ticket::action(id, Column::Done).to_string().contains("$id"));
/// assert!(changes::action().to_string().starts_with("@get('/changes', {retry: 'always'"));
/// ```
///
/// | in the attribute | means |
/// |---|---|
/// | `get`, `post`, `put`, `patch`, `delete`, `query` | the method |
/// | `"/tickets"` | a path, beginning with one slash |
/// | `{id}` in the path | a segment: the handler's argument `id` |
/// | `?{to}`, `?q={query}`, `&{page}` | parameters of the query: `to`, `q` and `page`; an `Option` can be left out |
/// | `, stream` | the requests are streams that go on, and are made again when they end: [`Action::stream`]; leave it out for work that has an end |
///
/// All other arguments of the handler are extractors of axum, as usual. An argument in the address is a
/// [`Parameter`](crate::route::Parameter). A request whose address does not fit is refused with 400 and one
/// line of text. The function itself stays as it is.
///
/// The handler's name becomes a type beside the function, with
///
/// * `action(…)`: the request, as an [`Action`] for `data-on` and its siblings. Its arguments are values of the server,
///   signals, or expressions ([`Argument`](crate::route::Argument)).
/// * `path(…)`: the address, for links and redirects: a [`data::Address`].
///
/// Whoever imports the function imports both. For a private handler that no `routes!` has, the compiler says that the
/// function is never used.
///
/// A text that would leave its place in the path, which is `.`, `..` or nothing, makes an action an error message on
/// the console, and a path `about:invalid`. The same text in a signal throws in the browser before the request is made.
#[cfg(feature = "axum")]
pub use starmark_macros::route;

/// The examples of the README are tests.
#[cfg(all(doctest, feature = "axum", feature = "csp"))]
#[doc = include_str!("../README.md")]
struct Readme;

/// And so are those of the guide to live pages.
#[cfg(all(doctest, feature = "axum", feature = "live"))]
#[doc = include_str!("../docs/live.md")]
struct Guide;
