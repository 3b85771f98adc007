//! Which modifiers an attribute has, as a type: none twice, none beside one that it contradicts.
//!
//! The client takes the last of two modifiers with one name, and obeys only one of two that contradict each
//! other, both without a word. So each modifier becomes part of the attribute's type, and asks that the others
//! be absent.

use std::marker::PhantomData;

/// The modifiers `S` and one more, `M`.
#[derive(Debug, Clone, Copy)]
pub struct With<M, S>(PhantomData<fn() -> (M, S)>);

/// The modifiers so far do not include `M`.
#[diagnostic::on_unimplemented(
    message = "the next modifier cannot follow `{M}`: it is the same again, or contradicts it",
    label = "has `{M}` already",
    note = "leave one of the two out"
)]
pub trait Lacks<M> {}

#[diagnostic::do_not_recommend]
impl<M> Lacks<M> for () {}

#[diagnostic::do_not_recommend]
impl<M, N: Differs<M>, S: Lacks<M>> Lacks<M> for With<N, S> {}

/// Two different modifiers of one plugin; the tables say so for each pair.
#[diagnostic::on_unimplemented(
    message = "the next modifier cannot follow `{M}`: it is the same again, or contradicts it",
    label = "has `{M}` already",
    note = "leave one of the two out"
)]
pub trait Differs<M> {}

/// Says of each pair that the two differ.
#[doc(hidden)]
#[macro_export]
macro_rules! __differ {
    ($first:ident $($other:ident)*) => {
        $(
            #[diagnostic::do_not_recommend]
            impl $crate::data::Differs<$other> for $first {}
            #[diagnostic::do_not_recommend]
            impl $crate::data::Differs<$first> for $other {}
        )*
        $crate::__differ!($($other)*);
    };
    () => {};
}
