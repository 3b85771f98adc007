//! Routes that are declared once: the handler's address, and the request that goes there.
//!
//! An address that is written twice, once for the router and once for the page, goes wrong without a word when one
//! of them changes. Here the attribute [`route`](macro@crate::route) on a handler says its method and path;
//! [`routes!`](crate::routes!) registers it, and the handler's name makes the request, with arguments of the types
//! that the handler takes.

mod read;
mod refusal;
mod write;

use serde::Serialize;
use serde::de::DeserializeOwned;

use crate::data::action::part::Piece;
use crate::data::{Signal, Untyped};
use crate::js::Js;
use crate::message::{Message, eq};

pub use read::Reader;
pub use refusal::Refusal;

/// A handler that was declared with [`#[route]`](macro@crate::route).
///
/// ```
/// use starmark::Route;
///
/// #[starmark::route(get "/tickets/{id}")]
/// async fn ticket(id: u64) -> String { id.to_string() }
///
/// assert_eq!((ticket::METHOD, ticket::PATH), ("GET", "/tickets/{id}"));
/// ```
pub trait Route {
    /// The method: `GET`, `POST`, `PUT`, `PATCH`, `DELETE` or `QUERY`.
    const METHOD: &'static str;
    /// The path as axum takes it, without the query.
    const PATH: &'static str;
}

/// Can be a segment of a route's path, or a parameter of its query: what serde writes as one word and reads back.
///
/// These are strings, numbers, `bool`, `char`, enums without fields, wrappers of one of them, and whatever is
/// written as a string, such as an address or a UUID. What is in the browser as a signal of the same type is the
/// same word.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be a part of an address",
    label = "not `Serialize`, or not `Deserialize`",
    note = "derive `Serialize` and `Deserialize` for an enum or a wrapper; for what has `Display` and `FromStr`, add `#[serde(try_from = \"String\", into = \"String\")]`"
)]
pub trait Parameter: Serialize + DeserializeOwned + 'static {}

#[diagnostic::do_not_recommend]
impl<T: Serialize + DeserializeOwned + 'static> Parameter for T {}

/// Can be the argument of a route's action where the handler takes a `T`: a value, a signal, or a [`Js`].
///
/// For an `Option<T>`, the value goes without `Some`, too; a signal that is null leaves the parameter out.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be this argument, which takes `{T}`",
    label = "neither `{T}` nor an expression of it",
    note = "the argument of the handler or event has this type; in the browser, a `Signal<{T}>` or a `Js<{T}>` is one"
)]
pub trait Argument<T> {
    /// The same as a piece of an address.
    #[doc(hidden)]
    fn piece<'a>(self) -> Piece<'a>
    where
        Self: 'a;
}

/// Can be the argument of a route's path where the handler takes a `T`: a value of the server.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be the argument of this path, which takes `{T}`",
    label = "not a `{T}`",
    note = "the handler's argument has this type; a signal can be an argument of `action`, whose request is made in the browser"
)]
pub trait Known<T> {
    /// The same as a piece of an address.
    #[doc(hidden)]
    fn piece<'a>(self) -> Piece<'a>
    where
        Self: 'a;
}

macro_rules! arguments {
    ($($trait:ident: $([$($generics:tt)*] $taken:ty, $given:ty => |$value:ident| $piece:expr;)*)*) => {$($(
        #[diagnostic::do_not_recommend]
        impl<$($generics)*> $trait<$taken> for $given {
            fn piece<'a>(self) -> Piece<'a>
            where
                Self: 'a,
            {
                let $value = self;
                $piece
            }
        }
    )*)*};
}

arguments! {
    Known:
        [T: Parameter] T, T => |value| write::piece(&value);
        [T: Parameter] T, &T => |value| write::piece(value);
        [T: Parameter] Option<T>, T => |value| write::piece(&value);
        [] String, &str => |text| Piece::Text(text.into());
        [] Option<String>, &str => |text| Piece::Text(text.into());
    Argument:
        [T: Parameter] T, T => |value| write::piece(&value);
        [T: Parameter] T, &T => |value| write::piece(value);
        [T: Parameter] Option<T>, T => |value| write::piece(&value);
        [] String, &str => |text| Piece::Text(text.into());
        [] Option<String>, &str => |text| Piece::Text(text.into());
        [T: Parameter] T, Signal<T> => |signal| Piece::code::<T>(&signal);
        [T: Parameter] T, Js<T> => |code| Piece::code::<T>(&code);
        [T: Parameter] T, &Js<T> => |code| Piece::code::<T>(code);
        [T: Parameter] Option<T>, Signal<T> => |signal| Piece::code::<T>(&signal);
        [T: Parameter] Option<T>, Js<T> => |code| Piece::code::<T>(&code);
        [T: Parameter] Option<T>, &Js<T> => |code| Piece::code::<T>(code);
        [T: Parameter] T, Signal<Untyped> => |signal| Piece::code::<Untyped>(&signal);
        [T: Parameter] T, Js<Untyped> => |code| Piece::code::<Untyped>(&code);
}

/// Stops the compilation if two of the routes, method and path each, cannot both be registered.
///
/// # Panics
///
/// That is its purpose.
#[doc(hidden)]
#[track_caller]
pub const fn distinct(routes: &[(&str, &str)]) {
    let mut i = 0;
    while i < routes.len() {
        let mut j = 0;
        while j < i {
            let ((method, path), (other_method, other)) = (routes[i], routes[j]);
            if eq(path, other) {
                if eq(method, other_method) {
                    let message = Message::new("two of these routes are `")
                        .push(method)
                        .push(" ");
                    panic!("{}", message.push(path).push("`").as_str());
                }
            } else if is_same_shape(path.as_bytes(), other.as_bytes()) {
                let message = Message::new("`").push(path).push("` and `").push(other);
                let message = message.push("` are the same path: give its segments the same names");
                panic!("{}", message.as_str());
            }
            j += 1;
        }
        i += 1;
    }
}

/// Whether two paths differ in the names of their arguments only.
const fn is_same_shape(a: &[u8], b: &[u8]) -> bool {
    let (mut i, mut j) = (0, 0);
    while i < a.len() && j < b.len() {
        if a[i] != b[j] {
            return false;
        }
        if a[i] == b'{' {
            while a[i] != b'}' {
                i += 1;
            }
            while b[j] != b'}' {
                j += 1;
            }
        }
        i += 1;
        j += 1;
    }
    i == a.len() && j == b.len()
}

/// A router of routes, to be merged with others: `Router::new().merge(routes![board, move_ticket])`.
///
/// Each is the name of a handler with [`#[route]`](macro@crate::route), or the path of one. Layers go around the
/// routes of one `routes!`, the state is given to the router as usual.
///
/// ```
/// use axum::Router;
/// use axum::extract::State;
/// use starmark::routes;
///
/// #[starmark::route(get "/")]
/// async fn home(State(name): State<String>) -> String { name }
///
/// #[starmark::route(get "/about")]
/// async fn about() -> &'static str { "about" }
///
/// let app: Router = Router::new().merge(routes![home, about]).with_state("Ada".to_owned());
/// ```
///
/// Two routes of the same method and path do not compile here; in two `routes!` of one router, they make axum stop
/// the program when it starts, with both of them in the message. A declared path is the whole one, so the router is
/// not for `Router::nest`.
#[macro_export]
macro_rules! routes {
    ($($route:path),* $(,)?) => {{
        const _: () = $crate::private::route::distinct(&[
            $((<$route as $crate::Route>::METHOD, <$route as $crate::Route>::PATH)),*
        ]);
        ::axum::Router::new()
            $(.route(<$route as $crate::Route>::PATH, <$route>::__route()))*
    }};
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_of_one_shape() {
        for (a, b, is_same) in [
            ("/a/{id}", "/a/{name}", true),
            ("/a/{id}/b", "/a/{i}/b", true),
            ("/a/{id}/b", "/a/{i}/c", false),
            ("/a/{id}", "/a/{id}/", false),
            ("/a/{id}", "/a/b", false),
            ("/", "/a", false),
        ] {
            assert_eq!(
                is_same_shape(a.as_bytes(), b.as_bytes()),
                is_same,
                "{a} {b}"
            );
        }
    }
}
