//! The Datastar client in the page: where it comes from, and the policy that it runs under.
//!
//! The tables describe one [`VERSION`] of the client, and another one would read the same attributes in
//! another way. So a copy that [`client!`](macro@crate::client) embeds is checked while the program is compiled.
//!
//! # Content security policy
//!
//! The client compiles expressions, for which a page without a policy of its own needs `'unsafe-eval'`. It has
//! a nonce mode instead: with `data-nonce` on `<html>`, every expression becomes a script element with that
//! [`Nonce`], which a strict [`Policy`] allows. Scripts of the application carry the same nonce.
//!
//! ```
//! use starmark::client::{self, Directive, Nonce, Policy};
//! use starmark::prelude::*;
//!
//! const STYLES: Directive = Directive::new("style-src 'self'");
//!
//! fn page(nonce: &Nonce) -> Markup {
//!     html! {
//!         (DOCTYPE)
//!         html data-nonce=(nonce) {
//!             head { (client::script("/datastar.js").nonce(nonce)) }
//!             body { button data-on:click="alert('Hello')" { "Greet" } }
//!         }
//!     }
//! }
//!
//! // A fresh one for each response: `Nonce::random()`, with the feature `csp`.
//! let nonce = Nonce::new("4bf5122f344554c5")?;
//! assert!(page(&nonce).as_str().contains("<html data-nonce=\"4bf5122f344554c5\"><head><script type="));
//! assert_eq!(
//!     Policy::new(&nonce).and(STYLES).to_string(),
//!     "script-src 'nonce-4bf5122f344554c5'; object-src 'none'; base-uri 'none'; style-src 'self'",
//! );
//! # Ok::<(), starmark::client::PolicyError>(())
//! ```
//!
//! Script events need nothing else: the client gives their elements the nonce of its page, see
//! [`ExecuteScript`](crate::sse::ExecuteScript). A script element inside patched markup is first stopped by the
//! browser, with an error on the console, and then run by the client. Trusted types may be required as well, if
//! the policy allows the client's: `require-trusted-types-for 'script'` and `trusted-types datastar`.
//!
//! # Security
//!
//! A policy stops scripts that somebody brought into the page as it was loaded, and handlers such as `onclick`. It
//! does not stop what the client itself runs: a Datastar attribute, a signal patch that is no JSON, a script in a
//! patch. Against those stand the types of this library, not the policy.

mod fingerprint;
mod nonce;
mod policy;
#[cfg(feature = "http")]
mod response;

pub use nonce::Nonce;
pub use policy::{Directive, Policy, PolicyError};

use std::fmt;

use crate::element::Element;
use crate::html;
use crate::message::Message;

/// The version of the client that the tables describe.
pub const VERSION: &str = "1.0.4";

/// The client's public address, with its version pinned.
pub const CDN: &str =
    "https://cdn.jsdelivr.net/gh/starfederation/datastar@1.0.4/bundles/datastar.js";

/// How the first line of every client begins, before its version.
const BANNER: &str = "// Datastar v";

/// The element that loads the client from an address of yours, or from [`CDN`].
///
/// ```
/// use starmark::client;
///
/// assert_eq!(
///     client::script("/datastar.js").to_string(),
///     "<script type=\"module\" src=\"/datastar.js\"></script>",
/// );
/// ```
pub fn script(address: &str) -> Element<html::script> {
    html::script().type_("module").src(address)
}

/// Embeds your copy of the Datastar client, the plain `datastar.js`, in the program.
///
/// The path is relative to the file of the call, as in [`include_bytes!`]. The result is a
/// [`Client`](crate::client::Client), which can be a `const` or a `static`. A file that is not the client of
/// [`VERSION`](crate::client::VERSION) does not compile.
///
/// ```
/// use axum::http::HeaderMap;
/// use axum::{Router, routing::get};
/// use starmark::client::Client;
///
/// # macro_rules! client { ($path:literal) => {
/// #     Client::new(b"// Datastar v1.0.4\n")
/// # } }
/// static CLIENT: Client = client!("../assets/datastar.js");
///
/// // One line serves it, with the feature `http` that `axum` brings.
/// let app: Router = Router::new()
///     .route(CLIENT.path(), get(async |headers: HeaderMap| CLIENT.response(&headers)));
///
/// assert!(CLIENT.path().starts_with("/datastar-1.0.4-"));
/// assert!(CLIENT.script().to_string().contains(CLIENT.path()));
/// ```
#[macro_export]
macro_rules! client {
    ($path:expr $(,)?) => {
        const { $crate::client::Client::new(::core::include_bytes!($path)) }
    };
}

/// A copy of the client inside the program: its address, its bytes, and how a server answers with it.
///
/// The address has a fingerprint of the bytes in it, so a browser keeps the copy for good and asks for another
/// one the moment the program has another one. [`client!`](macro@crate::client) makes one.
///
/// ```
/// use starmark::client::Client;
///
/// // In a program it is `client!("../assets/datastar.js")`.
/// static CLIENT: Client = Client::new(b"// Datastar v1.0.4\n");
///
/// assert!(CLIENT.path().starts_with("/datastar-1.0.4-"));
/// assert_eq!(CLIENT.bytes(), b"// Datastar v1.0.4\n");
/// ```
#[derive(Clone, PartialEq, Eq)]
pub struct Client {
    bytes: &'static [u8],
    path: [u8; PATH_LENGTH],
    etag: [u8; fingerprint::LENGTH + 2],
}

const PATH: [&str; 2] = ["/datastar-", ".js"];
const PATH_LENGTH: usize =
    PATH[0].len() + VERSION.len() + "-".len() + fingerprint::LENGTH + PATH[1].len();

impl Client {
    /// The largest copy: 256 KiB, seven times the genuine one.
    ///
    /// The fingerprint takes the compiler a quarter of a second for the genuine one, and of a file much larger than
    /// this it would say that a constant takes too long.
    pub const LIMIT: usize = 256 << 10;

    /// A copy from bytes that are part of the program.
    ///
    /// # Panics
    ///
    /// If the bytes are not the client of [`VERSION`]; in a `const` or a `static`, that is a compile error.
    ///
    /// ```compile_fail
    /// use starmark::client::Client;
    ///
    /// static CLIENT: Client = Client::new(b"// Datastar v1.0.3\n");
    /// ```
    #[track_caller]
    pub const fn new(bytes: &'static [u8]) -> Self {
        if let Some(problem) = check(bytes) {
            panic!("{}", problem.as_str());
        }
        let hash = fingerprint::of(bytes);
        Self {
            bytes,
            path: fingerprint::join([PATH[0], VERSION, "-"], &hash, PATH[1]),
            etag: fingerprint::join(["\"", "", ""], &hash, "\""),
        }
    }

    /// The path to serve it at: `/datastar-1.0.4-<fingerprint>.js`.
    ///
    /// ```
    /// use starmark::client::Client;
    ///
    /// static CLIENT: Client = Client::new(b"// Datastar v1.0.4\n");
    ///
    /// assert!(CLIENT.path().starts_with("/datastar-1.0.4-") && CLIENT.path().ends_with(".js"));
    /// ```
    pub const fn path(&self) -> &str {
        fingerprint::as_str(&self.path)
    }

    /// The element that loads it.
    ///
    /// Below a prefix, [`script`] takes the prefix and [`path`](Self::path) together.
    ///
    /// ```
    /// use starmark::client::Client;
    ///
    /// static CLIENT: Client = Client::new(b"// Datastar v1.0.4\n");
    ///
    /// let expected = format!("<script type=\"module\" src=\"{}\"></script>", CLIENT.path());
    /// assert_eq!(CLIENT.script().to_string(), expected);
    /// ```
    pub fn script(&self) -> Element<html::script> {
        script(self.path())
    }

    /// The file.
    ///
    /// ```
    /// use starmark::client::Client;
    ///
    /// static CLIENT: Client = Client::new(b"// Datastar v1.0.4\n");
    ///
    /// assert_eq!(CLIENT.bytes(), b"// Datastar v1.0.4\n");
    /// ```
    pub const fn bytes(&self) -> &'static [u8] {
        self.bytes
    }

    /// The strong entity tag, with its quotes.
    ///
    /// ```
    /// use starmark::client::Client;
    ///
    /// static CLIENT: Client = Client::new(b"// Datastar v1.0.4\n");
    ///
    /// assert!(CLIENT.etag().starts_with('"') && CLIENT.etag().ends_with('"'));
    /// ```
    pub const fn etag(&self) -> &str {
        fingerprint::as_str(&self.etag)
    }
}

impl fmt::Debug for Client {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Client").field(&self.path()).finish()
    }
}

/// What is wrong with a copy, and what to embed instead.
const fn check(bytes: &[u8]) -> Option<Message> {
    match find_problem(bytes) {
        Some(problem) => Some(problem.push("; embed an unchanged copy of ").push(CDN)),
        None => None,
    }
}

const fn find_problem(bytes: &[u8]) -> Option<Message> {
    let Some(version) = version(bytes) else {
        let message = Message::new("this file is no Datastar client: it does not begin with `");
        return Some(message.push(BANNER).push(VERSION).push("`"));
    };
    if !crate::message::eq(version, VERSION) {
        let message = Message::new("this file is version ").push(version);
        let message = message.push(" of the Datastar client, and Starmark writes for ");
        return Some(message.push(VERSION));
    }
    if bytes.len() > Client::LIMIT {
        let message = Message::new("this file is larger than 256 KiB, the genuine one than 32");
        return Some(message);
    }
    None
}

/// What stands behind the banner, up to the end of the word; `None` without a banner.
const fn version(bytes: &[u8]) -> Option<&str> {
    let Some((banner, rest)) = bytes.split_at_checked(BANNER.len()) else {
        return None;
    };
    let mut end = 0;
    while end < rest.len() && rest[end].is_ascii_graphic() {
        end += 1;
    }
    match (
        std::str::from_utf8(banner),
        std::str::from_utf8(rest.split_at(end).0),
    ) {
        (Ok(banner), Ok(version)) if crate::message::eq(banner, BANNER) => Some(version),
        _ => None,
    }
}

#[cfg(test)]
mod tests;
