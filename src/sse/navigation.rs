//! Scripts that take the page to another address, or change the one that it shows.
//!
//! A script can go anywhere, also to `javascript:`, so an address is never a string from elsewhere: it is one of this
//! site, or a literal of the program. <https://html.spec.whatwg.org/multipage/nav-history-apis.html>

use super::ExecuteScript;
use crate::data::{Address, quote};

/// What happens to the entry of the page in the browser's history when the page goes elsewhere.
///
/// The words are those of the standard.
/// <https://html.spec.whatwg.org/multipage/nav-history-apis.html#navigationhistorybehavior>
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash)]
pub enum History {
    /// It stays: the back button leads to the page again. As a link does; the default.
    #[default]
    Push,
    /// It is gone, for a page that there is no way back to: a form that was sent, a session that ended.
    Replace,
}

/// An address of another site: a literal of the program.
///
/// ```
/// use starmark::sse::{External, ExecuteScript};
///
/// const MANUAL: External = External::new("https://data-star.dev/guide");
/// let script = ExecuteScript::redirect(MANUAL);
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct External(&'static str);

impl External {
    /// An address in a constant, where a mistake stops the compilation.
    ///
    /// # Panics
    ///
    /// If the address does not begin with `https://` or `http://` and the name of a host, or holds white space,
    /// a control character or a backslash.
    ///
    /// ```compile_fail
    /// const SCRIPT: starmark::sse::External = starmark::sse::External::new("javascript:alert(1)");
    /// ```
    #[track_caller]
    pub const fn new(address: &'static str) -> Self {
        let bytes = address.as_bytes();
        let mut at = match bytes {
            [b'h', b't', b't', b'p', b's', b':', b'/', b'/', ..] => 8,
            [b'h', b't', b't', b'p', b':', b'/', b'/', ..] => 7,
            _ => panic!("an address of another site begins with https:// or http://"),
        };
        assert!(
            at < bytes.len() && !matches!(bytes[at], b'/' | b'?' | b'#' | b':' | b'@'),
            "an address of another site names a host after the two slashes"
        );
        while at < bytes.len() {
            assert!(
                !matches!(bytes[at], 0..=32 | 127 | b'\\'),
                "an address holds no white space, no control character and no backslash"
            );
            at += 1;
        }
        Self(address)
    }

    /// The address as a string.
    pub const fn as_str(&self) -> &'static str {
        self.0
    }
}

/// Can be where a page goes: an [`Address`] on this site, or an [`External`] one.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is nowhere to go",
    label = "not an address",
    note = "an address on this site is `path!(\"/board\")`, or the `path(..)` of a route",
    note = "an address of another site is a literal: `External::new(\"https://example.org/\")`"
)]
pub trait Destination {
    /// The address, if there is one.
    #[doc(hidden)]
    fn address(&self) -> Option<&str>;
}

impl Destination for Address {
    fn address(&self) -> Option<&str> {
        // The arguments of a route may make `about:invalid`.
        Some(self.as_str()).filter(|address| address.starts_with('/'))
    }
}

impl Destination for External {
    fn address(&self) -> Option<&str> {
        Some(self.0)
    }
}

#[diagnostic::do_not_recommend]
impl<T: Destination + ?Sized> Destination for &T {
    fn address(&self) -> Option<&str> {
        T::address(self)
    }
}

/// Scripts that go to another address.
impl ExecuteScript {
    /// Takes the page to another address, as a link would: the back button leads here again.
    ///
    /// As in the SDKs of Datastar, it happens a moment later, so that the events that come with this one are
    /// applied, and so that Firefox keeps the entry in the history. [`navigate`](Self::navigate) can drop it.
    ///
    /// ```
    /// use starmark::path;
    /// use starmark::sse::{Event, ExecuteScript};
    ///
    /// let event = Event::from(ExecuteScript::redirect(path!("/login")));
    /// assert!(event.as_str().contains(r#">setTimeout(() => window.location.assign("\u002flogin"))</script>"#));
    /// ```
    ///
    /// An address of a route whose arguments do not make one is an error message on the console instead.
    pub fn redirect(to: impl Destination) -> Self {
        Self::navigate(to, History::Push)
    }

    /// Takes the page to another address and says what becomes of its entry in the history.
    ///
    /// ```
    /// use starmark::path;
    /// use starmark::sse::{Event, ExecuteScript, History};
    ///
    /// let event = Event::from(ExecuteScript::navigate(path!("/login"), History::Replace));
    /// assert!(event.as_str().contains(r#">setTimeout(() => window.location.replace("\u002flogin"))</script>"#));
    /// ```
    pub fn navigate(to: impl Destination, history: History) -> Self {
        let start = match history {
            History::Push => "setTimeout(() => window.location.assign(",
            History::Replace => "setTimeout(() => window.location.replace(",
        };
        Self::to_address(start, &to, "))")
    }

    /// Shows another address for the page as it is, in place of the present one: nothing is loaded.
    ///
    /// It is for a page whose state is in its address, such as a filter, and for addresses on this site only.
    ///
    /// ```
    /// use starmark::path;
    /// use starmark::sse::{Event, ExecuteScript};
    ///
    /// let event = Event::from(ExecuteScript::replace_url(&path!("/board?sort=up")));
    /// assert!(event.as_str().contains(r#">window.history.replaceState({}, "", "\u002fboard\u003fsort\u003dup")</script>"#));
    /// ```
    pub fn replace_url(to: &Address) -> Self {
        Self::to_address("window.history.replaceState({}, \"\", ", to, ")")
    }

    fn to_address(start: &str, to: &impl Destination, end: &str) -> Self {
        let Some(address) = to.address() else {
            return Self::console_error(
                "starmark: the arguments of a route do not make an address",
            );
        };
        Self::generated(&[start, quote(address).as_str(), end].concat())
    }
}
