//! A value as one word of an address, as serde writes it.

use std::fmt;

use serde::Serialize;
use serde::ser::{Error, Impossible, Serializer};

use crate::data::action::part::Piece;

/// A value as a piece of an address; `None` is nothing.
pub(super) fn piece(value: &(impl Serialize + ?Sized)) -> Piece<'static> {
    match value.serialize(Word) {
        Ok(Some(word)) => Piece::Text(word.into()),
        Ok(None) => Piece::Nothing,
        Err(NoWord) => Piece::Problem("an argument of a route is not written as one word"),
    }
}

/// What is written as several words, or not at all.
#[derive(Debug)]
pub(super) struct NoWord;

impl fmt::Display for NoWord {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("not one word")
    }
}

impl std::error::Error for NoWord {}

impl Error for NoWord {
    fn custom<T: fmt::Display>(_: T) -> Self {
        Self
    }
}

struct Word;

type Written = Result<Option<String>, NoWord>;
type Never = Impossible<Option<String>, NoWord>;

macro_rules! display {
    ($($method:ident $of:ty;)*) => {$(
        fn $method(self, value: $of) -> Written {
            Ok(Some(value.to_string()))
        }
    )*};
}

impl Serializer for Word {
    type Ok = Option<String>;
    type Error = NoWord;
    type SerializeSeq = Never;
    type SerializeTuple = Never;
    type SerializeTupleStruct = Never;
    type SerializeTupleVariant = Never;
    type SerializeMap = Never;
    type SerializeStruct = Never;
    type SerializeStructVariant = Never;

    display! {
        serialize_bool bool;
        serialize_i8 i8;
        serialize_i16 i16;
        serialize_i32 i32;
        serialize_i64 i64;
        serialize_i128 i128;
        serialize_u8 u8;
        serialize_u16 u16;
        serialize_u32 u32;
        serialize_u64 u64;
        serialize_u128 u128;
        serialize_f32 f32;
        serialize_f64 f64;
        serialize_char char;
        serialize_str &str;
    }

    fn serialize_none(self) -> Written {
        Ok(None)
    }

    fn serialize_some<T: Serialize + ?Sized>(self, value: &T) -> Written {
        value.serialize(self)
    }

    fn serialize_unit_variant(self, _: &'static str, _: u32, variant: &'static str) -> Written {
        Ok(Some(variant.to_owned()))
    }

    fn serialize_newtype_struct<T: Serialize + ?Sized>(
        self,
        _: &'static str,
        value: &T,
    ) -> Written {
        value.serialize(self)
    }

    fn serialize_bytes(self, _: &[u8]) -> Written {
        Err(NoWord)
    }

    fn serialize_unit(self) -> Written {
        Err(NoWord)
    }

    fn serialize_unit_struct(self, _: &'static str) -> Written {
        Err(NoWord)
    }

    fn serialize_newtype_variant<T: Serialize + ?Sized>(
        self,
        _: &'static str,
        _: u32,
        _: &'static str,
        _: &T,
    ) -> Written {
        Err(NoWord)
    }

    fn serialize_seq(self, _: Option<usize>) -> Result<Never, NoWord> {
        Err(NoWord)
    }

    fn serialize_tuple(self, _: usize) -> Result<Never, NoWord> {
        Err(NoWord)
    }

    fn serialize_tuple_struct(self, _: &'static str, _: usize) -> Result<Never, NoWord> {
        Err(NoWord)
    }

    fn serialize_tuple_variant(
        self,
        _: &'static str,
        _: u32,
        _: &'static str,
        _: usize,
    ) -> Result<Never, NoWord> {
        Err(NoWord)
    }

    fn serialize_map(self, _: Option<usize>) -> Result<Never, NoWord> {
        Err(NoWord)
    }

    fn serialize_struct(self, _: &'static str, _: usize) -> Result<Never, NoWord> {
        Err(NoWord)
    }

    fn serialize_struct_variant(
        self,
        _: &'static str,
        _: u32,
        _: &'static str,
        _: usize,
    ) -> Result<Never, NoWord> {
        Err(NoWord)
    }
}
