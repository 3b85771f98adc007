//! The arguments of a route, read from the address of a request.

use serde::de::value::Error;
use serde::de::{Deserializer, Error as _, IntoDeserializer as _, Visitor};
use serde::forward_to_deserialize_any;

use super::{Parameter, Refusal};
use crate::data::action::address::leaves_its_place;
use crate::signals::decode;

/// Reads the arguments of one request.
#[doc(hidden)]
#[derive(Debug)]
pub struct Reader<'a> {
    /// Names and decoded segments.
    segments: Vec<(&'a str, &'a str)>,
    query: &'a str,
}

impl<'a> Reader<'a> {
    /// The segments of a path, decoded, and the query, which is not.
    pub fn new(
        segments: impl IntoIterator<Item = (&'a str, &'a str)>,
        query: Option<&'a str>,
    ) -> Self {
        Self {
            segments: segments.into_iter().collect(),
            query: query.unwrap_or_default(),
        }
    }

    /// The value of a segment.
    ///
    /// # Errors
    ///
    /// If it is no `T`, or nothing, `.` or `..`, however the dots are written.
    pub fn segment<T: Parameter>(&self, name: &'static str) -> Result<T, Refusal> {
        let mut segments = self.segments.iter();
        let found = segments.find(|(segment, _)| *segment == name);
        let (_, value) = found.ok_or_else(|| Refusal::missing(name))?;
        // What no action sends, and what a program might take for a part of a path.
        if leaves_its_place(value) {
            return Err(Refusal::wrong(name, "it would leave its place in the path"));
        }
        read(name, Some((*value).to_owned()))
    }

    /// The value of a parameter.
    ///
    /// # Errors
    ///
    /// If it is not there, is there twice, or is no `T`.
    pub fn parameter<T: Parameter>(&self, name: &'static str) -> Result<T, Refusal> {
        let value = self.find(name)?.ok_or_else(|| Refusal::missing(name))?;
        read(name, Some(value))
    }

    /// The value of a parameter that can be left out.
    ///
    /// # Errors
    ///
    /// If it is there twice, or is no `T`.
    pub fn optional<T: Parameter>(&self, name: &'static str) -> Result<T, Refusal> {
        read(name, self.find(name)?)
    }

    fn find(&self, name: &'static str) -> Result<Option<String>, Refusal> {
        let pairs = self.query.split('&');
        let mut values = pairs
            .map(|pair| pair.split_once('=').unwrap_or((pair, "")))
            .filter(|(other, _)| *other == name);
        let value = values.next().map(|(_, value)| decode(value)).transpose();
        // Which of two would count differs between readers.
        if values.next().is_some() {
            return Err(Refusal::wrong(name, "it is there twice"));
        }
        value.map_err(|_| Refusal::wrong(name, "it is not percent-encoded UTF-8"))
    }
}

fn read<T: Parameter>(name: &'static str, value: Option<String>) -> Result<T, Refusal> {
    T::deserialize(Word(value)).map_err(|error| Refusal::wrong(name, error))
}

/// A word of an address, as serde reads it.
struct Word(Option<String>);

impl Word {
    fn text(self) -> Result<String, Error> {
        self.0.ok_or_else(|| Error::custom("there is no value"))
    }
}

macro_rules! parsed {
    ($($method:ident $visit:ident;)*) => {$(
        fn $method<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
            visitor.$visit(self.text()?.parse().map_err(Error::custom)?)
        }
    )*};
}

impl<'de> Deserializer<'de> for Word {
    type Error = Error;

    parsed! {
        deserialize_bool visit_bool;
        deserialize_i8 visit_i8;
        deserialize_i16 visit_i16;
        deserialize_i32 visit_i32;
        deserialize_i64 visit_i64;
        deserialize_i128 visit_i128;
        deserialize_u8 visit_u8;
        deserialize_u16 visit_u16;
        deserialize_u32 visit_u32;
        deserialize_u64 visit_u64;
        deserialize_u128 visit_u128;
        deserialize_f32 visit_f32;
        deserialize_f64 visit_f64;
    }

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        visitor.visit_string(self.text()?)
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        match self.0 {
            None => visitor.visit_none(),
            Some(_) => visitor.visit_some(self),
        }
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        visitor: V,
    ) -> Result<V::Value, Error> {
        visitor.visit_newtype_struct(self)
    }

    fn deserialize_enum<V: Visitor<'de>>(
        self,
        _: &'static str,
        _: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Error> {
        visitor.visit_enum(self.text()?.into_deserializer())
    }

    forward_to_deserialize_any! {
        char str string bytes byte_buf unit unit_struct seq tuple tuple_struct map struct identifier ignored_any
    }
}
