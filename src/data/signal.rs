//! Signals by name: typed handles, and paths that come at run time.

use std::fmt;
use std::marker::PhantomData;

use super::SignalPath;
use super::name::signal_problem;

/// A signal of the page that holds a `T`.
///
/// `#[derive(Signals)]` makes the handles of a struct's fields. By hand, [`signal!`](crate::signal!) makes one whose
/// type is not known.
///
/// ```
/// use starmark::data::Signal;
/// use starmark::html::input;
///
/// const QUERY: Signal = Signal::new("query");
/// assert_eq!(input().data_bind(QUERY).to_string(), r#"<input data-bind="query">"#);
/// assert_eq!(QUERY.to_string(), "$query");
/// ```
pub struct Signal<T = Untyped> {
    path: &'static str,
    value: PhantomData<fn() -> T>,
}

/// The type of a signal or an expression about which nothing is known; it goes everywhere.
#[derive(Debug, Clone, Copy)]
pub enum Untyped {}

impl Signal {
    /// A signal of any type, in a constant, where a mistake stops the compilation.
    ///
    /// # Panics
    ///
    /// If it is no name of a signal. For text that comes at run time there is [`SignalPath`].
    #[track_caller]
    pub const fn new(path: &'static str) -> Self {
        if let Some(problem) = signal_problem(path) {
            panic!("{}", problem.as_str());
        }
        Self::of(path)
    }
}

impl<T> Signal<T> {
    /// A signal by a path that was checked.
    #[doc(hidden)]
    pub const fn of(path: &'static str) -> Self {
        Self {
            path,
            value: PhantomData,
        }
    }

    /// The path: names with dots between them.
    pub const fn path(self) -> &'static str {
        self.path
    }

    /// The path, for where only the name matters.
    pub const fn as_path(self) -> SignalPath<'static> {
        SignalPath::checked(self.path)
    }
}

/// Names a signal: a [`Signal`], the handles of a struct, or a [`SignalPath`].
///
/// ```
/// use starmark::data::SignalHandle as _;
/// use starmark::signal;
/// assert_eq!(signal!("ui.open").signal_path().as_str(), "ui.open");
/// ```
#[diagnostic::on_unimplemented(
    message = "`{Self}` is no signal",
    label = "not a signal",
    note = "`#[derive(Signals)]` makes the signals of a struct: `Page::signals().count`; by name it is `signal!(\"count\")`"
)]
pub trait SignalHandle: Copy {
    /// What the signal holds.
    type Value;

    /// The path.
    fn signal_path(&self) -> SignalPath<'_>;
}

impl<T> SignalHandle for Signal<T> {
    type Value = T;

    fn signal_path(&self) -> SignalPath<'_> {
        self.as_path()
    }
}

impl SignalHandle for SignalPath<'_> {
    type Value = Untyped;

    fn signal_path(&self) -> SignalPath<'_> {
        *self
    }
}

impl<T> Clone for Signal<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for Signal<T> {}

impl<T> PartialEq for Signal<T> {
    fn eq(&self, other: &Self) -> bool {
        self.path == other.path
    }
}

impl<T> Eq for Signal<T> {}

impl<T> fmt::Debug for Signal<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Signal").field(&self.path).finish()
    }
}

/// Prints the signal as an expression: `$ui.open`.
impl<T> fmt::Display for Signal<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "${}", self.path)
    }
}

impl<T> From<Signal<T>> for SignalPath<'static> {
    fn from(signal: Signal<T>) -> Self {
        signal.as_path()
    }
}

/// Prints the signal as an expression: `$ui.open`.
impl fmt::Display for SignalPath<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "${}", self.as_str())
    }
}

/// A signal in a constant of its own: `signal!("ui.open")`.
///
/// ```
/// use starmark::{html::p, signal};
/// assert_eq!(p().data_text(signal!("ui.title")).to_string(), r#"<p data-text="$ui.title"></p>"#);
/// ```
///
/// A name that the client could not read back does not compile.
#[macro_export]
macro_rules! signal {
    ($path:literal) => {{
        const SIGNAL: $crate::Signal = $crate::Signal::new($path);
        SIGNAL
    }};
}
