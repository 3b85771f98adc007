//! `#[derive(Signals)]` and `patch!`, with what they say of the library's traits.

/// Makes a struct the one declaration of a page's signals, or an enum the value of one.
///
/// On a struct with named fields, it makes `Page::signals()`, which returns a handle for each field: `s.count` is a
/// [`Signal<i64>`](crate::Signal). Fields of structs that derive `Signals`, too, are handles with the whole path,
/// and stand for the object. The struct is what `data-signals`, [`PatchSignals`](crate::sse::PatchSignals) and the
/// extractor [`Signals`](struct@crate::Signals) take.
///
/// On an enum without data, it makes a signal that holds one of several words.
///
/// ```
/// use starmark::prelude::*;
///
/// #[derive(Signals)]
/// #[serde(rename_all = "camelCase")]
/// struct Board {
///     search_text: String,
///     #[signals(local)]
///     menu: Menu,
///     sort: Sort,
/// }
///
/// #[derive(Default, Signals)]
/// struct Menu { open: bool }
///
/// #[derive(Signals)]
/// #[serde(rename_all = "lowercase")]
/// enum Sort { Name, Date }
///
/// let s = Board::signals();
/// assert_eq!(s.search_text.to_string(), "$searchText");
/// assert_eq!(s.menu.open.to_string(), "$_menu.open");
/// let board = Board { search_text: "a".into(), menu: Menu { open: false }, sort: Sort::Date };
/// assert_eq!(
///     data::signals(&board).value(),
///     r#"{"searchText":"a","_menu":{"open":false},"sort":"date"}"#,
/// );
/// ```
///
/// | on the struct | means |
/// |---|---|
/// | `#[signals(namespace)]`, `#[signals(namespace = "Name")]` | all signals are in an object: `$Board.sort` |
/// | `#[signals(crate = path)]` | where this library is |
/// | `#[serde(rename_all = "…")]`, `#[serde(default)]` | as serde has it |
///
/// | on a field | means |
/// |---|---|
/// | `#[signals(local)]` | the browser keeps it to itself: `_name`, never part of a request; its type has a `Default` |
/// | `#[signals(skip)]` | it is no signal, and never sent; its type has a `Default` |
/// | `#[signals(value)]` | serde writes and reads it: for types that do not derive `Signals` |
/// | `#[serde(rename)]`, `#[serde(default)]`, `#[serde(skip)]`, `#[serde(flatten)]` and kin | as serde has it |
///
/// serde's attributes hold whether or not serde's traits are derived, too. What the page sends is read as the
/// browser leaves it: integers as `1.0`, an `Option` that is not there or an empty string, objects without members
/// not at all.
///
/// # Errors
///
/// A name that Datastar cannot carry does not compile, and the message says what to write instead; nor does an
/// attribute of serde that cannot hold. Source: <https://data-star.dev/guide/reactive_signals>.
pub use starmark_macros::Signals;

/// Makes a struct a state of the server, which pages show and change: see [`state`](mod@crate::state).
///
/// The struct derives [`Signals`](macro@Signals), too, serde's `Serialize` and `Deserialize`, with which it is kept,
/// `Clone`, and `Default`, which it is at first.
///
/// ```
/// use serde::{Deserialize, Serialize};
/// use starmark::prelude::*;
/// use starmark::state::{Scope, State as _};
///
/// #[derive(Clone, Default, Serialize, Deserialize, Signals, State)]
/// #[signals(namespace)]
/// #[state(user, expires = "90d")]
/// struct Profile {
///     #[state(adopt)]
///     name: String,
///     visits: u64,
///     /// Kept, and never sent.
///     #[signals(skip)]
///     password_hash: String,
/// }
///
/// assert_eq!((Profile::NAME, Profile::SCOPE), ("Profile", Scope::User));
/// let profile = Profile { name: "Ada".into(), visits: 3, password_hash: "secret".into() };
/// assert_eq!(data::signals(&profile).value(), r#"{"Profile":{"name":"Ada","visits":3}}"#);
/// ```
///
/// | on the struct | means |
/// |---|---|
/// | `session` (or nothing), `user`, `record`, `global` | who shares a value: [`Scope`](crate::state::Scope) |
/// | `store = Type` | it is kept in the store of this type ([`States::with_store`](crate::state::States::with_store)) |
/// | `local_storage`, `session_storage` | the browser keeps it: [`Storage`](crate::state::Storage) |
/// | `expires = "30m"` | it is forgotten so long after its last change; `s`, `m`, `h` and `d` |
/// | `name = "Name"` | its name in addresses and stores; otherwise that of the struct |
/// | `crate = path` | where this library is |
///
/// | on a field | means |
/// |---|---|
/// | `#[state(adopt)]` | the state takes this value over from a page ([`Place::adopt`](crate::state::Place::adopt)) |
/// | `#[signals(skip)]` | it is kept, and never sent |
///
/// Signals of several states in one page have the same names unless each has a namespace: `#[signals(namespace)]`.
#[cfg(feature = "state")]
pub use starmark_macros::State;

/// Makes methods of a state events, which pages can call: see [`state`](mod@crate::state).
///
/// ```
/// use serde::{Deserialize, Serialize};
/// use starmark::prelude::*;
///
/// #[derive(Clone, Default, Serialize, Deserialize, Signals, State)]
/// #[state(global)]
/// struct Counter { count: i64, step: i64 }
///
/// #[events]
/// impl Counter {
///     /// Counts on.
///     #[event(by = 1)]
///     fn increment(&mut self, by: i64) {
///         self.count += by;
///     }
///
///     #[event]
///     fn divide(&mut self, by: i64) -> Result<(), String> {
///         self.count = self.count.checked_div(by).ok_or("there is no such number")?;
///         Ok(())
///     }
/// }
///
/// let s = Counter::signals();
/// assert_eq!(Counter::events().increment().to_string(), "@post('/state/Counter/increment')");
/// assert_eq!(
///     Counter::events().increment_with(s.step).to_string(),
///     "@post('/state/Counter/increment?by=' + encodeURIComponent($step))",
/// );
/// ```
///
/// `Counter::events()` has an action for each event; that of a record is `Ticket::events_of(id)`;
/// [`Current::events`](crate::state::Current::events) for those of a value.
///
/// | an event takes | which is |
/// |---|---|
/// | `&mut self`, `&self` | the state: what changes is saved, and sent to every page that shows it |
/// | `this: Current<Self>` | the same to change by [`update`](crate::state::Current::update), now and then: the event returns a reply, such as an [`Sse`](crate::sse::Sse) |
/// | `name: T` | an argument, a [`Parameter`](crate::route::Parameter); an `Option` can be left out, and what has a default in the attribute |
/// | `Signals(page): Signals<T>` | the signals of the page |
/// | `session: &Session` | who asks |
/// | `App(pool): App<T>` | what the application has given the events: [`App`](crate::state::App) |
///
/// It returns nothing, a [`View`](crate::live::View), which goes to the page that asked, or a `Result`: an error is shown
/// by an [`Alert`](crate::state::Alert), and nothing is saved. It can be `async`, and then others wait for their turn. If
/// another process was faster, the event runs again, on what the state is then.
///
/// A page that has the element of a [`Current`](crate::state::Current) is told of changes by its stream, every other one by
/// the answer: what comes two ways could come in the wrong order.
///
/// Arguments that are missing or wrong are refused with 400, signals with 422, before anything runs.
#[cfg(feature = "state")]
pub use starmark_macros::events;

/// Some signals and their new values, checked by type: `patch!(s.count = 5, s.ui.open = false, remove(s.draft))`.
///
/// It makes [`Changes`](crate::signals::Changes), which [`Patch::signals`](crate::sse::Patch::signals) and
/// [`PatchSignals::new`](crate::sse::PatchSignals::new) take.
///
/// ```
/// use starmark::prelude::*;
/// use starmark::sse::Patch;
///
/// #[derive(Signals)]
/// struct Page { count: i64, query: String, draft: Option<String> }
///
/// let s = Page::signals();
/// let patch = Patch::new().signals(patch!(s.count = 5, s.query = "", remove(s.draft)))?;
/// assert_eq!(
///     patch.into_string(),
///     "event: datastar-patch-signals\ndata: signals {\"count\":5,\"query\":\"\",\"draft\":null}\n\n",
/// );
/// # Ok::<(), starmark::SignalsError>(())
/// ```
#[macro_export]
macro_rules! patch {
    ($($changes:tt)*) => { $crate::private::patch! { $crate { $($changes)* } } };
}

/// The handles of a struct stand for the object as a whole.
#[doc(hidden)]
#[macro_export]
macro_rules! __handles {
    ($handles:ident, $of:ident) => {
        #[automatically_derived]
        impl ::core::clone::Clone for $handles {
            fn clone(&self) -> Self {
                *self
            }
        }

        #[automatically_derived]
        impl ::core::marker::Copy for $handles {}

        #[automatically_derived]
        impl ::core::fmt::Debug for $handles {
            fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                f.debug_tuple(::core::stringify!($handles))
                    .field(&self.path())
                    .finish()
            }
        }
        #[automatically_derived]
        impl $crate::js::Operand for $handles {
            type Value = $of;

            fn write_operand(
                &self,
                wanted: $crate::js::Level,
                out: &mut ::std::string::String,
            ) -> $crate::js::Level {
                $crate::js::Operand::write_operand(&**self, wanted, out)
            }
        }

        #[automatically_derived]
        impl $crate::js::Place for $handles {}

        #[automatically_derived]
        impl $crate::data::SignalHandle for $handles {
            type Value = $of;

            fn signal_path(&self) -> $crate::data::SignalPath<'_> {
                self.as_path()
            }
        }

        #[automatically_derived]
        impl $crate::data::key::Name<$crate::data::key::Variable> for $handles {}

        #[automatically_derived]
        impl $crate::data::key::Key<$crate::data::key::Variable> for $handles {
            fn spelling(&self) -> $crate::data::key::Spelling {
                $crate::data::key::Key::<$crate::data::key::Variable>::spelling(&**self)
            }
        }

        #[automatically_derived]
        impl ::core::convert::From<$handles> for $crate::data::SignalPath<'static> {
            fn from(handles: $handles) -> Self {
                handles.as_path()
            }
        }

        #[automatically_derived]
        impl $crate::data::Fits<$crate::data::Expression> for $of {}
    };
}

/// One of several words is a string in the browser.
#[doc(hidden)]
#[macro_export]
macro_rules! __choice {
    ($choice:ident) => {
        $crate::__choice!(@ $choice: Content AttributeValue AttributeText StyleValue Expression);

        #[automatically_derived]
        #[diagnostic::do_not_recommend]
        impl $crate::js::kind::Comparable for $choice {}

        #[automatically_derived]
        #[diagnostic::do_not_recommend]
        impl $crate::data::Term for $choice {}

        #[automatically_derived]
        #[diagnostic::do_not_recommend]
        impl $crate::js::Literal for $choice {
            fn write_literal(&self, out: &mut ::std::string::String) -> $crate::js::Level {
                $crate::js::Literal::write_literal($crate::data::Word::word(self), out)
            }
        }
    };
    (@ $choice:ident: $($kind:ident)+) => {$(
        #[automatically_derived]
        #[diagnostic::do_not_recommend]
        impl $crate::data::Fits<$crate::data::$kind> for $choice {}
    )+};
}
