//! The options of a request, each of them once, and only those that go together.
//!
//! The client takes the last of two equal options, ignores those that do not go together, and ignores what it does
//! not know, all without a word. So the options of an action are a part of its type, and the set is closed:
//! <https://data-star.dev/reference/actions#options>.

use std::time::Duration;

use super::Action;
use super::header::HeaderName;
use super::object::quoted;
use super::part::Part;
use super::rows::option;
use crate::data::{Differs, Filter, With};
use crate::js::{Js, Level, Operand};
use crate::sse::Selector;

/// An option as the client spells it.
#[doc(hidden)]
pub trait Named {
    /// The name.
    const NAME: &'static str;
}

/// The options up to now leave room for `O`.
#[diagnostic::on_unimplemented(
    message = "this request has the option `{O}` already, and the next one repeats it or does not go with it",
    label = "`{O}` is set already",
    note = "each option is set once; a form has no `payload` and no `filter_signals`, a `payload` no `filter_signals`"
)]
pub trait Open<O> {}

#[diagnostic::do_not_recommend]
impl<O> Open<O> for () {}

#[diagnostic::do_not_recommend]
impl<O, N: Differs<O>, S: Open<O>> Open<O> for With<N, S> {}

/// The request carries a form.
#[diagnostic::on_unimplemented(
    message = "only a request with a form has a `selector`",
    label = "no `form()` before it",
    note = "write `.form().selector(…)`"
)]
pub trait IsForm {}

#[diagnostic::do_not_recommend]
impl<S> IsForm for With<option::content_type, S> {}

#[diagnostic::do_not_recommend]
impl<N: Differs<option::content_type>, S: IsForm> IsForm for With<N, S> {}

/// A state that goes beside the options: the defaults of a stream, private signals.
macro_rules! beside {
    ($($(#[$doc:meta])* $state:ident)*) => {$(
        $(#[$doc])*
        #[derive(Debug, Clone, Copy)]
        #[allow(non_camel_case_types)]
        pub enum $state {}
        #[diagnostic::do_not_recommend]
        impl<O: Named> Differs<O> for $state {}
        #[diagnostic::do_not_recommend]
        impl<N: Named> Differs<$state> for N {}
    )*};
}

beside! {
    /// The defaults of a long stream.
    stream
    /// Private signals are sent, too.
    private_signals
}

#[diagnostic::do_not_recommend]
impl Differs<stream> for private_signals {}
#[diagnostic::do_not_recommend]
impl Differs<private_signals> for stream {}

/// When a request is tried again.
///
/// ```
/// use starmark::{get, data::Retry};
/// assert_eq!(get("/s").retry(Retry::Error).to_string(), "@get('/s', {retry: 'error'})");
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Retry {
    /// After network errors.
    Auto,
    /// After error statuses, too.
    Error,
    /// After everything but 204 and redirects, a clean end of a stream included.
    Always,
    /// Never; network errors are retried all the same.
    Never,
}

/// What ends a request that is under way.
///
/// ```
/// use starmark::{get, data::Cancellation};
/// let request = get("/s").request_cancellation(Cancellation::Disabled);
/// assert_eq!(request.to_string(), "@get('/s', {requestCancellation: 'disabled'})");
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Cancellation {
    /// A new request of the same method and address.
    Auto,
    /// The same, and the removal of the attribute or its element.
    Cleanup,
    /// Nothing.
    Disabled,
}

/// Milliseconds; browsers take a longer time than theirs for none.
fn millis(time: Duration) -> String {
    const LONGEST: u128 = i32::MAX as u128;
    time.as_millis().min(LONGEST).to_string()
}

/// A method for each option: what it asks of those before it, and what it writes.
macro_rules! setters {
    ($($(#[$doc:meta])* $option:ident($value:ident: $of:ty) => $write:expr;)*) => {$(
        $(#[$doc])*
        pub fn $option(self, $value: $of) -> Action<With<option::$option, S>>
        where
            S: Open<option::$option>,
        {
            let code = $write;
            self.with(code)
        }
    )*};
}

impl<S> Action<S> {
    setters! {
        /// Sets when the request is tried again.
        ///
        /// ```
        /// use starmark::{get, data::Retry};
        /// assert_eq!(get("/s").retry(Retry::Always).to_string(), "@get('/s', {retry: 'always'})");
        /// ```
        retry(retry: Retry) => match retry {
            Retry::Auto => "'auto'",
            Retry::Error => "'error'",
            Retry::Always => "'always'",
            Retry::Never => "'never'",
        };
        /// Sets how long to wait before the first retry; 1 second unless it is set.
        retry_interval(interval: Duration) => millis(interval);
        /// Sets the longest wait between two retries; 30 seconds unless it is set.
        retry_max_wait(wait: Duration) => millis(wait);
        /// Sets how often the request is tried again before the client gives up; 10 unless it is set.
        retry_max_count(count: u32) => count.to_string();
        /// Sets what ends the request; [`Cancellation::Auto`] unless it is set.
        request_cancellation(cancellation: Cancellation) => match cancellation {
            Cancellation::Auto => "'auto'",
            Cancellation::Cleanup => "'cleanup'",
            Cancellation::Disabled => "'disabled'",
        };
        /// Sets whether the request goes on while the page is hidden; all but `GET` do unless it is set.
        open_when_hidden(open: bool) => open.to_string();
    }

    /// Sets by how much each wait is longer than the one before; 2 unless it is set.
    ///
    /// A factor that is not a number of at least 1 makes the action an error message.
    ///
    /// ```
    /// assert_eq!(starmark::get("/s").retry_scaler(1.5).to_string(), "@get('/s', {retryScaler: 1.5})");
    /// ```
    pub fn retry_scaler(mut self, factor: f64) -> Action<With<option::retry_scaler, S>>
    where
        S: Open<option::retry_scaler>,
    {
        if !(factor.is_finite() && factor >= 1.0) {
            self.refuse("a factor between two waits is a number of at least 1");
        }
        self.with(factor.to_string())
    }

    /// Sends the closest form instead of signals, after the browser has validated it.
    ///
    /// ```
    /// use starmark::post;
    /// use starmark::sse::Selector;
    ///
    /// const FORM: Selector = Selector::new("#order");
    /// assert_eq!(post("/order").form().to_string(), "@post('/order', {contentType: 'form'})");
    /// assert_eq!(
    ///     post("/order").form().selector(FORM).to_string(),
    ///     r"@post('/order', {contentType: 'form', selector: '\u0023order'})",
    /// );
    /// ```
    pub fn form(self) -> Action<With<option::content_type, S>>
    where
        S: Open<option::content_type>
            + Open<option::payload>
            + Open<option::filter_signals>
            + Open<private_signals>,
    {
        self.with("'form'")
    }

    /// Sends the form that the selector finds, not the closest one.
    #[expect(
        clippy::needless_pass_by_value,
        reason = "a selector is a constant, which an `&` would only adorn"
    )]
    pub fn selector(self, form: Selector) -> Action<With<option::selector, S>>
    where
        S: Open<option::selector> + IsForm,
    {
        let form = quoted(form.as_str());
        self.with(form)
    }

    /// Sends a header beside those of the client.
    ///
    /// A string is data, a signal or a [`Js`] an expression. The same name twice, or a character that no header can
    /// hold, makes the action an error message.
    ///
    /// ```
    /// use starmark::{post, data::HeaderName};
    ///
    /// const TOKEN: HeaderName = HeaderName::new("x-csrf-token");
    /// assert_eq!(post("/a").header(TOKEN, "f00").to_string(), "@post('/a', {headers: {'x-csrf-token': 'f00'}})");
    /// ```
    pub fn header(mut self, name: HeaderName, value: impl Part) -> Self {
        if let Err(problem) = self.options_mut().headers.add(name, value.piece()) {
            self.refuse(problem);
        }
        self
    }

    /// Sends the signals that pass the filter only; private ones, whose names begin with `_`, stay in the page.
    ///
    /// ```
    /// use starmark::{post, data::Filter};
    ///
    /// let request = post("/search").filter_signals(Filter::including("^search"));
    /// assert_eq!(request.to_string(), r"@post('/search', {filterSignals: {include: '\u005esearch'}})");
    /// ```
    pub fn filter_signals(mut self, filter: Filter) -> Action<With<option::filter_signals, S>>
    where
        S: Open<option::filter_signals> + Open<option::content_type> + Open<option::payload>,
    {
        self.options_mut().filter = Some(filter);
        self.cast()
    }

    /// Sends private signals, too, whose names begin with `_`.
    ///
    /// ```
    /// let request = starmark::post("/debug").private_signals();
    /// assert_eq!(request.to_string(), r"@post('/debug', {filterSignals: {exclude: '\u0028\u003f\u0021\u0029'}})");
    /// ```
    pub fn private_signals(mut self) -> Action<With<private_signals, S>>
    where
        S: Open<private_signals> + Open<option::content_type> + Open<option::payload>,
    {
        self.options_mut().sends_private = true;
        self.cast()
    }

    /// Sends a value instead of the signals: a reference to what is `Serialize`, a signal or a [`Js`].
    ///
    /// ```
    /// use starmark::{post, signal};
    ///
    /// assert_eq!(post("/x").payload(signal!("user")).to_string(), "@post('/x', {payload: $user})");
    /// # #[cfg(feature = "json")]
    /// assert_eq!(post("/x").payload(&[1, 2]).to_string(), "@post('/x', {payload: [1,2]})");
    /// ```
    ///
    /// A value that JSON cannot carry makes the action an error message.
    pub fn payload(mut self, payload: impl Payload) -> Action<With<option::payload, S>>
    where
        S: Open<option::payload>
            + Open<option::content_type>
            + Open<option::filter_signals>
            + Open<private_signals>,
    {
        let code = payload.code().unwrap_or_else(|problem| {
            self.refuse(problem);
            String::new()
        });
        self.with(code)
    }

    /// Makes the request a stream that lasts as long as its element: it comes back after a deploy.
    ///
    /// It sets what is not set otherwise, before or after:
    ///
    /// | option | why |
    /// |---|---|
    /// | `retry: 'always'` | by default, a clean end, or a 503 while the server restarts, ends the stream for good |
    /// | `retryMaxWait: 2000` | the page is up to date two seconds after the server is, not thirty |
    /// | `retryMaxCount: 1000` | a restart may take half an hour; by default the client gives up after ten attempts |
    /// | `requestCancellation: 'cleanup'` | it ends with its element; a second request of the same method and address takes its place, and no other action ends it |
    /// | `openWhenHidden: true` | a page that comes to the front again is up to date at once |
    ///
    /// What changes, such as the words of a search, belongs into signals: with it in the address, a second request
    /// from another element would run beside the first. Over HTTP/1.1 a browser opens six connections to a host, each
    /// stream in a tab is one of them; say `.open_when_hidden(false)` where that is too much.
    ///
    /// ```
    /// assert_eq!(
    ///     starmark::get("/changes").stream().open_when_hidden(false).to_string(),
    ///     "@get('/changes', {retry: 'always', retryMaxWait: 2000, retryMaxCount: 1000, \
    ///      requestCancellation: 'cleanup', openWhenHidden: false})",
    /// );
    /// ```
    pub fn stream(mut self) -> Action<With<stream, S>>
    where
        S: Open<stream>,
    {
        self.options_mut().is_stream = true;
        self.cast()
    }

    fn with<O: Named>(mut self, code: impl Into<String>) -> Action<With<O, S>> {
        self.options_mut().list.push((O::NAME, code.into()));
        self.cast()
    }
}

/// Can be sent instead of signals.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be the payload of a request",
    label = "no payload",
    note = "a payload is a reference to what is `Serialize`, such as `&order`, a signal or a `Js`"
)]
pub trait Payload {
    /// The code of the value.
    #[doc(hidden)]
    fn code(self) -> Result<String, &'static str>;
}

fn operand(operand: &impl Operand) -> String {
    let mut code = String::new();
    operand.write_operand(Level::ASSIGNMENT, &mut code);
    code
}

#[diagnostic::do_not_recommend]
impl<T> Payload for crate::Signal<T> {
    fn code(self) -> Result<String, &'static str> {
        Ok(operand(&self))
    }
}

#[diagnostic::do_not_recommend]
impl<T> Payload for Js<T> {
    fn code(self) -> Result<String, &'static str> {
        Ok(operand(&self))
    }
}

#[cfg(feature = "json")]
#[diagnostic::do_not_recommend]
impl<T: serde::Serialize + ?Sized> Payload for &T {
    fn code(self) -> Result<String, &'static str> {
        crate::json::value(self).map_err(|_| "the payload cannot be carried as JSON")
    }
}
