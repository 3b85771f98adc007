//! Backend actions: `@get('/path')` and its siblings.

pub(crate) mod address;
mod header;
mod object;
pub(crate) mod options;
pub(crate) mod part;
pub(super) mod rows;
pub(crate) mod url;

use std::borrow::Cow;
use std::fmt;
use std::marker::PhantomData;

use self::object::Options;
use self::url::Url;
use super::expr::{Reaction, Source, Statements, Target, quote_to};
use crate::buffer::Buffer;
use crate::value::Value;

pub use address::{Address, Path};
pub use header::HeaderName;
pub use options::{Cancellation, Payload, Retry};
pub use part::{Part, Term};

/// A request that the client makes, as a statement; `S` is what its options are.
///
/// The path is a literal; data goes into segments and the query, which are encoded. What is checked when:
///
/// * A [`#[route]`](macro@crate::route) checks its path, and the arguments of the request, while the program is compiled.
/// * [`path!`](crate::path!) checks a literal while the program is compiled: an address on this site, without `.`
///   and `..`.
/// * `get("/path")` checks the same when it is called. The text of a segment is checked then, too: `.`, `..` and nothing
///   leave their place in a path, and so might `%2e%2e` where it is decoded twice.
/// * Code in a template, such as `"@get('//host')"`, is read while the program is compiled: a literal address of another
///   site is an error there. Code that the builder takes is not read.
/// * A signal in a segment is checked in the browser, where the request would be made.
///
/// What is found when the program runs makes the action an error message on the console instead of a request to
/// somewhere else.
///
/// ```
/// use starmark::{get, post, signal};
///
/// assert_eq!(post("/tickets").segment("a/b").segment(7).to_string(), "@post('/tickets/a%2Fb/7')");
/// assert_eq!(get("/search").query("q", "a&b=c").to_string(), "@get('/search?q=a%26b%3Dc')");
/// assert_eq!(get("/search").query("q", signal!("q")).to_string(), "@get('/search?q=' + encodeURIComponent($q))");
/// assert!(post("/tickets").segment("..").to_string().starts_with("console.error("));
/// assert!(get("//evil.example").to_string().starts_with("console.error("));
/// ```
///
/// A function that returns an action with options can return it as code: `Js<()>`, by `.into()`.
pub struct Action<S = ()> {
    request: Request,
    state: PhantomData<fn() -> S>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
struct Request {
    /// The statement up to the address.
    start: &'static str,
    url: Url,
    options: Option<Box<Options>>,
    problem: Option<&'static str>,
}

macro_rules! verbs {
    ($($(#[$doc:meta])* $verb:ident;)*) => {
        $(
            $(#[$doc])*
            pub fn $verb(path: impl Path) -> Action {
                Action::new(concat!("@", stringify!($verb), "('"), Url::new(path.checked()))
            }
        )*

        impl Url {
            $(
                /// The request of a route.
                pub fn $verb(self) -> Action {
                    Action::new(concat!("@", stringify!($verb), "('"), self)
                }
            )*
        }
    };
}

verbs! {
    /// A `GET` request; the signals travel in the query.
    get;
    /// A `POST` request; the signals travel in the body.
    post;
    /// A `PUT` request; the signals travel in the body.
    put;
    /// A `PATCH` request; the signals travel in the body.
    patch;
    /// A `DELETE` request; the signals travel in the query.
    delete;
    /// A `QUERY` request; the signals travel in the body.
    query;
}

impl Action {
    fn new(start: &'static str, url: Url) -> Self {
        Self {
            request: Request {
                start,
                url,
                options: None,
                problem: None,
            },
            state: PhantomData,
        }
    }
}

impl<S> Action<S> {
    /// Adds a segment to the path, percent-encoded; the query stays behind it.
    pub fn segment(mut self, segment: impl Part) -> Self {
        self.request.url.segment(segment.piece());
        self
    }

    /// Adds a parameter to the query, percent-encoded.
    pub fn query(mut self, name: &'static str, value: impl Part) -> Self {
        self.request.url.parameter(name, value.piece());
        self
    }

    fn options_mut(&mut self) -> &mut Options {
        self.request.options.get_or_insert_default()
    }

    fn refuse(&mut self, problem: &'static str) {
        self.request.problem.get_or_insert(problem);
    }

    /// The same request as another type.
    fn cast<T>(self) -> Action<T> {
        Action {
            request: self.request,
            state: PhantomData,
        }
    }

    /// Appends the statement.
    #[inline]
    pub(super) fn write_to(&self, out: &mut impl Target) {
        self.request.write_to(out);
    }
}

impl Request {
    #[inline]
    fn write_to(&self, out: &mut impl Target) {
        if let Some(problem) = self.url.problem().or(self.problem) {
            return report(problem, out);
        }
        let (url, end) = self.url.code();
        out.fixed(self.start);
        out.part(url);
        out.fixed(end);
        if let Some(options) = &self.options {
            write_options(options, out);
        }
        out.fixed(")");
    }
}

fn write_options(options: &Options, out: &mut impl Target) {
    let entries = options.entries();
    for (i, (name, code)) in entries.iter().enumerate() {
        out.fixed(if i == 0 { ", {" } else { ", " });
        out.fixed(name);
        out.fixed(": ");
        out.part(code);
    }
    out.fixed(if entries.is_empty() { "" } else { "}" });
}

/// An action that cannot be: it says so on the console.
#[cold]
fn report(problem: &str, out: &mut impl Target) {
    let mut message = String::from("console.error(\"starmark: ");
    quote_to(problem, &mut message);
    message.push_str("\")");
    out.part(&message);
}

/// Room for what stands around an address.
const ROOM: usize = "@delete('')".len();

/// An action, which is a statement and an expression without a value.
macro_rules! actions {
    ($($kind:ident)*) => {$(
        #[diagnostic::do_not_recommend]
        impl<S> Source<$kind> for Action<S> {
            fn write_source(&self, out: &mut String) {
                self.write_to(out);
            }

            fn into_source(self) -> Cow<'static, str> {
                let mut source = String::with_capacity(self.request.url.code().0.len() + ROOM);
                self.write_to(&mut source);
                Cow::Owned(source)
            }
        }

        #[diagnostic::do_not_recommend]
        impl<S> Value<$kind> for Action<S> {
            #[inline]
            fn write_value(&self, out: &mut Buffer) {
                self.write_to(out);
            }
        }
    )*};
}

actions! { Statements Reaction }

impl<S> Clone for Action<S> {
    fn clone(&self) -> Self {
        Self {
            request: self.request.clone(),
            state: PhantomData,
        }
    }
}

impl<S> PartialEq for Action<S> {
    fn eq(&self, other: &Self) -> bool {
        self.request == other.request
    }
}

impl<S> Eq for Action<S> {}

impl<S> fmt::Debug for Action<S> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Action").field(&self.request).finish()
    }
}

impl<S> fmt::Display for Action<S> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut source = String::new();
        self.write_to(&mut source);
        f.write_str(&source)
    }
}

#[cfg(test)]
mod tests;
