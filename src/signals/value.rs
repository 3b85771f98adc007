//! What one signal can hold, written and read.
//!
//! The client changes values on the way: integers come back as `1.0` or `1e3` (made whole before they get here),
//! what is null is left out, and so are objects without members; to read a signal that is not there makes it an
//! empty string. So every type reads what the browser makes of it.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};
use std::fmt;
use std::hash::{BuildHasher, Hash};
use std::sync::Arc;

use serde::ser::{
    Serialize as _, SerializeMap as _, SerializeStruct, SerializeTuple as _, Serializer,
};
use serde_json::{Map, Value};

use super::record::{self, Wire};
use super::{Location, Mismatch};
use crate::data::Signal;

/// A type that one signal can hold.
///
/// Strings, numbers, `bool`, `char`, options, lists, maps and tuples are; a struct or an enum derives
/// [`Signals`](macro@crate::Signals). A type that implements serde's traits alone becomes one by
/// `#[signals(value)]` on the field, or inside a [`Plain`](super::Plain).
///
/// ```
/// use starmark::Signals;
///
/// #[derive(Signals)]
/// struct Filter { query: String, tags: Vec<String> }
///
/// assert_eq!(Filter::signals().tags.to_string(), "$tags");
/// ```
#[diagnostic::on_unimplemented(
    message = "a signal cannot hold a `{Self}`",
    label = "not a value of a signal",
    note = "derive `Signals` for it, or write `#[signals(value)]` on the field if it implements serde's traits"
)]
pub trait SignalValue: Sized {
    /// How its signals are named: a [`Signal`], or a struct with a handle for each field.
    type Handle: Copy + fmt::Debug;

    /// The handle of the signal at a place.
    #[doc(hidden)]
    fn handle<L: Location>() -> Self::Handle;

    /// Writes the value.
    ///
    /// # Errors
    ///
    /// As the serializer.
    fn write<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error>;

    /// Reads the value, of which no object has a null as a member, and no integer a fraction.
    ///
    /// # Errors
    ///
    /// If it is something else.
    fn read(value: Value) -> Result<Self, Mismatch>;

    /// What a signal that is not there means.
    ///
    /// # Errors
    ///
    /// If it has to be there.
    fn missing() -> Result<Self, Mismatch> {
        Err(Mismatch::missing())
    }

    /// Writes a member of an object.
    #[doc(hidden)]
    fn write_member<S: SerializeStruct>(
        &self,
        to: &mut S,
        name: &'static str,
    ) -> Result<(), S::Error> {
        to.serialize_field(name, &Wire(self))
    }

    /// Reads a member of an object that may be left out.
    #[doc(hidden)]
    fn read_optional(from: &mut Map<String, Value>, name: &str) -> Result<Option<Self>, Mismatch> {
        record::optional(from, name, Self::read)
    }

    /// Reads a member of an object.
    #[doc(hidden)]
    fn read_member(from: &mut Map<String, Value>, name: &str) -> Result<Self, Mismatch> {
        match Self::read_optional(from, name)? {
            Some(value) => Ok(value),
            None => Self::missing().map_err(|problem| problem.in_member(name)),
        }
    }
}

/// The parts that all leaves share.
macro_rules! leaf {
    () => {
        type Handle = Signal<Self>;

        fn handle<L: Location>() -> Signal<Self> {
            Signal::of(L::PATH)
        }
    };
    (|$this:ident| $write:expr) => {
        leaf!();

        fn write<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
            let $this = self;
            $write.serialize(to)
        }
    };
}

macro_rules! integers {
    ($($integer:ty)*) => {$(
        impl SignalValue for $integer {
            leaf!(|this| this);

            fn read(value: Value) -> Result<Self, Mismatch> {
                let whole = value.as_i64().map(i128::from).or(value.as_u64().map(i128::from));
                whole
                    .and_then(|whole| Self::try_from(whole).ok())
                    .ok_or_else(|| Mismatch::expected(concat!("an integer that fits `", stringify!($integer), "`")))
            }
        }
    )*};
}

integers! { i8 i16 i32 i64 i128 isize u8 u16 u32 u64 u128 usize }

impl SignalValue for f64 {
    leaf!(|this| this);

    fn read(value: Value) -> Result<Self, Mismatch> {
        value.as_f64().ok_or_else(|| Mismatch::expected("a number"))
    }
}

impl SignalValue for f32 {
    leaf!(|this| this);

    fn read(value: Value) -> Result<Self, Mismatch> {
        #[expect(
            clippy::cast_possible_truncation,
            reason = "the nearest number is the one that was written"
        )]
        let number = value.as_f64().map(|number| number as f32);
        number
            .filter(|number| number.is_finite())
            .ok_or_else(|| Mismatch::expected("a number that fits `f32`"))
    }
}

impl SignalValue for bool {
    leaf!(|this| this);

    fn read(value: Value) -> Result<Self, Mismatch> {
        value
            .as_bool()
            .ok_or_else(|| Mismatch::expected("`true` or `false`"))
    }
}

impl SignalValue for char {
    leaf!(|this| this);

    fn read(value: Value) -> Result<Self, Mismatch> {
        let mut chars = value.as_str().unwrap_or_default().chars();
        match (chars.next(), chars.next()) {
            (Some(char), None) => Ok(char),
            _ => Err(Mismatch::expected("one character")),
        }
    }
}

macro_rules! strings {
    ($($string:ty)*) => {$(
        impl SignalValue for $string {
            leaf!(|this| **this);

            fn read(value: Value) -> Result<Self, Mismatch> {
                match value {
                    Value::String(text) => Ok(text.into()),
                    _ => Err(Mismatch::expected("a string")),
                }
            }
        }
    )*};
}

strings! { String Box<str> Arc<str> Cow<'static, str> }

/// `None` is a signal that is not there.
impl<T: SignalValue> SignalValue for Option<T> {
    leaf!(|this| this.as_ref().map(Wire));

    fn read(value: Value) -> Result<Self, Mismatch> {
        if value.is_null() {
            return Ok(None);
        }
        // What the client makes of a signal that was read before it was there.
        let is_blank = value == "";
        match T::read(value) {
            Err(_) if is_blank => Ok(None),
            read => read.map(Some),
        }
    }

    fn missing() -> Result<Self, Mismatch> {
        Ok(None)
    }
}

impl<T: SignalValue> SignalValue for Box<T> {
    type Handle = T::Handle;

    fn handle<L: Location>() -> T::Handle {
        T::handle::<L>()
    }

    fn write<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        T::write(self, to)
    }

    fn read(value: Value) -> Result<Self, Mismatch> {
        T::read(value).map(Self::new)
    }

    fn missing() -> Result<Self, Mismatch> {
        T::missing().map(Self::new)
    }
}

fn read_items<T: SignalValue, C: FromIterator<T>>(value: Value) -> Result<C, Mismatch> {
    let Value::Array(items) = value else {
        return Err(Mismatch::expected("an array"));
    };
    let items = items.into_iter().enumerate();
    items
        .map(|(i, item)| T::read(item).map_err(|problem| problem.in_item(i)))
        .collect()
}

macro_rules! lists {
    ($($list:ident<T $(, $state:ident: $($bound:path),+)?> [$($item:path),*];)*) => {$(
        impl<T: SignalValue $(+ $item)* $(, $state: $($bound +)+)?> SignalValue for $list<T $(, $state)?> {
            leaf!();

            fn write<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
                to.collect_seq(self.iter().map(Wire))
            }

            fn read(value: Value) -> Result<Self, Mismatch> {
                read_items(value)
            }
        }
    )*};
}

lists! {
    Vec<T> [];
    BTreeSet<T> [Ord];
    HashSet<T, H: BuildHasher, Default> [Eq, Hash];
}

impl<T: SignalValue, const N: usize> SignalValue for [T; N] {
    leaf!();

    fn write<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.collect_seq(self.iter().map(Wire))
    }

    fn read(value: Value) -> Result<Self, Mismatch> {
        let items: Vec<T> = read_items(value)?;
        items
            .try_into()
            .map_err(|_| Mismatch::expected(format!("an array of {N} items")))
    }
}

macro_rules! maps {
    ($($map:ident<String, V $(, $state:ident: $($bound:path),+)?>;)*) => {$(
        impl<V: SignalValue $(, $state: $($bound +)+)?> SignalValue for $map<String, V $(, $state)?> {
            leaf!();

            fn write<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
                let mut to = to.serialize_map(Some(self.len()))?;
                for (name, value) in self {
                    to.serialize_entry(name, &Wire(value))?;
                }
                to.end()
            }

            fn read(value: Value) -> Result<Self, Mismatch> {
                match value {
                    Value::Object(members) => read_map(members),
                    _ => Err(Mismatch::expected("an object")),
                }
            }

            /// The client leaves out an object without members.
            fn missing() -> Result<Self, Mismatch> {
                Ok(Self::default())
            }
        }
    )*};
}

maps! {
    BTreeMap<String, V>;
    HashMap<String, V, H: BuildHasher, Default>;
}

pub(super) fn read_map<V, M>(members: Map<String, Value>) -> Result<M, Mismatch>
where
    V: SignalValue,
    M: FromIterator<(String, V)>,
{
    let members = members.into_iter();
    members
        .map(|(name, value)| match V::read(value) {
            Ok(value) => Ok((name, value)),
            Err(problem) => Err(problem.in_member(&name)),
        })
        .collect()
}

impl SignalValue for Value {
    leaf!(|this| this);

    fn read(value: Value) -> Result<Self, Mismatch> {
        Ok(value)
    }

    fn missing() -> Result<Self, Mismatch> {
        Ok(Self::Null)
    }
}

impl SignalValue for Map<String, Value> {
    leaf!(|this| this);

    fn read(value: Value) -> Result<Self, Mismatch> {
        match value {
            Value::Object(members) => Ok(members),
            _ => Err(Mismatch::expected("an object")),
        }
    }

    fn missing() -> Result<Self, Mismatch> {
        Ok(Self::new())
    }
}

macro_rules! tuples {
    ($($length:literal: $($item:ident $index:tt)+;)*) => {$(
        impl<$($item: SignalValue),+> SignalValue for ($($item,)+) {
            leaf!();

            fn write<Z: Serializer>(&self, to: Z) -> Result<Z::Ok, Z::Error> {
                let mut to = to.serialize_tuple($length)?;
                $(to.serialize_element(&Wire(&self.$index))?;)+
                to.end()
            }

            fn read(value: Value) -> Result<Self, Mismatch> {
                let expected = || Mismatch::expected(concat!("an array of ", $length, " items"));
                let Value::Array(items) = value else {
                    return Err(expected());
                };
                if items.len() != $length {
                    return Err(expected());
                }
                let mut items = items.into_iter();
                Ok(($(
                    $item::read(items.next().unwrap_or_default()).map_err(|problem| problem.in_item($index))?,
                )+))
            }
        }
    )*};
}

tuples! {
    1: A 0;
    2: A 0 B 1;
    3: A 0 B 1 C 2;
    4: A 0 B 1 C 2 D 3;
    5: A 0 B 1 C 2 D 3 E 4;
    6: A 0 B 1 C 2 D 3 E 4 F 5;
}
