//! The serde serializer behind signals: JSON text, and the path of what went wrong.

use std::fmt::Write as _;

use serde::Serialize;
use serde::ser;

use super::string::write_string;
use super::{MAX_DEPTH, SignalsError, key};
use crate::js::literal::MAX_INTEGER;

/// Whether a value left text behind; `None` and units do not, and their member is left out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Written {
    Value,
    Nothing,
}

pub(super) struct Serializer<'a> {
    out: &'a mut String,
    depth: usize,
}

impl<'a> Serializer<'a> {
    pub(super) fn new(out: &'a mut String) -> Self {
        Self { out, depth: 0 }
    }

    fn integer(
        self,
        integer: impl itoa::Integer + TryInto<i128> + std::fmt::Display + Copy,
    ) -> Outcome {
        // An integer that does not fit `i128` is too large in any case.
        match integer.try_into() {
            Ok(value) if value.unsigned_abs() <= u128::from(MAX_INTEGER) => {
                self.out.push_str(itoa::Buffer::new().format(integer));
                Ok(Written::Value)
            }
            _ => Err(SignalsError::integer(&integer)),
        }
    }

    fn float(self, float: impl std::fmt::Debug, finite: bool) -> Outcome {
        if !finite {
            return Err(SignalsError::not_finite());
        }
        // `Debug` writes the shortest digits that read back the same, with an exponent where that is shorter.
        let _ = write!(self.out, "{float:?}");
        Ok(Written::Value)
    }

    fn deeper(&self) -> Result<usize, SignalsError> {
        if self.depth < MAX_DEPTH {
            Ok(self.depth + 1)
        } else {
            Err(SignalsError::depth())
        }
    }

    fn array(self, close: &'static str) -> Result<Array<'a>, SignalsError> {
        let depth = self.deeper()?;
        self.out.push('[');
        Ok(Array {
            out: self.out,
            depth,
            index: 0,
            close,
        })
    }

    fn object(self, close: &'static str) -> Result<Object<'a>, SignalsError> {
        let depth = self.deeper()?;
        self.out.push('{');
        Ok(Object {
            out: self.out,
            depth,
            empty: true,
            key: String::new(),
            close,
        })
    }

    /// Opens `{"variant":` of an enum that carries data.
    fn variant(self, variant: &'static str) -> Result<Self, SignalsError> {
        key::check(variant)?;
        let depth = self.deeper()?;
        // A checked key needs no escapes.
        let _ = write!(self.out, "{{\"{variant}\":");
        Ok(Self {
            out: self.out,
            depth,
        })
    }
}

type Outcome = Result<Written, SignalsError>;

macro_rules! integers {
    ($($method:ident: $integer:ty)*) => {$(
        fn $method(self, integer: $integer) -> Outcome {
            self.integer(integer)
        }
    )*};
}

impl<'a> ser::Serializer for Serializer<'a> {
    type Ok = Written;
    type Error = SignalsError;
    type SerializeSeq = Array<'a>;
    type SerializeTuple = Array<'a>;
    type SerializeTupleStruct = Array<'a>;
    type SerializeTupleVariant = Array<'a>;
    type SerializeMap = Object<'a>;
    type SerializeStruct = Object<'a>;
    type SerializeStructVariant = Object<'a>;

    integers! {
        serialize_i8: i8 serialize_i16: i16 serialize_i32: i32 serialize_i64: i64 serialize_i128: i128
        serialize_u8: u8 serialize_u16: u16 serialize_u32: u32 serialize_u64: u64 serialize_u128: u128
    }

    fn serialize_bool(self, bool: bool) -> Outcome {
        self.out.push_str(if bool { "true" } else { "false" });
        Ok(Written::Value)
    }

    fn serialize_f32(self, float: f32) -> Outcome {
        self.float(float, float.is_finite())
    }

    fn serialize_f64(self, float: f64) -> Outcome {
        self.float(float, float.is_finite())
    }

    fn serialize_char(self, char: char) -> Outcome {
        self.serialize_str(char.encode_utf8(&mut [0; 4]))
    }

    fn serialize_str(self, text: &str) -> Outcome {
        write_string(text, self.out);
        Ok(Written::Value)
    }

    fn serialize_bytes(self, bytes: &[u8]) -> Outcome {
        self.collect_seq(bytes)
    }

    fn serialize_none(self) -> Outcome {
        Ok(Written::Nothing)
    }

    fn serialize_some<T: Serialize + ?Sized>(self, value: &T) -> Outcome {
        value.serialize(self)
    }

    fn serialize_unit(self) -> Outcome {
        Ok(Written::Nothing)
    }

    fn serialize_unit_struct(self, _: &'static str) -> Outcome {
        Ok(Written::Nothing)
    }

    fn serialize_unit_variant(self, _: &'static str, _: u32, variant: &'static str) -> Outcome {
        self.serialize_str(variant)
    }

    fn serialize_newtype_struct<T: Serialize + ?Sized>(
        self,
        _: &'static str,
        value: &T,
    ) -> Outcome {
        value.serialize(self)
    }

    fn serialize_newtype_variant<T: Serialize + ?Sized>(
        self,
        _: &'static str,
        _: u32,
        variant: &'static str,
        value: &T,
    ) -> Outcome {
        let Self { out, depth } = self.variant(variant)?;
        write_value(value, out, depth).map_err(|error| error.in_member(variant))?;
        out.push('}');
        Ok(Written::Value)
    }

    fn serialize_seq(self, _: Option<usize>) -> Result<Array<'a>, SignalsError> {
        self.array("]")
    }

    fn serialize_tuple(self, _: usize) -> Result<Array<'a>, SignalsError> {
        self.array("]")
    }

    fn serialize_tuple_struct(self, _: &'static str, _: usize) -> Result<Array<'a>, SignalsError> {
        self.array("]")
    }

    fn serialize_tuple_variant(
        self,
        _: &'static str,
        _: u32,
        variant: &'static str,
        _: usize,
    ) -> Result<Array<'a>, SignalsError> {
        self.variant(variant)?.array("]}")
    }

    fn serialize_map(self, _: Option<usize>) -> Result<Object<'a>, SignalsError> {
        self.object("}")
    }

    fn serialize_struct(self, _: &'static str, _: usize) -> Result<Object<'a>, SignalsError> {
        self.object("}")
    }

    fn serialize_struct_variant(
        self,
        _: &'static str,
        _: u32,
        variant: &'static str,
        _: usize,
    ) -> Result<Object<'a>, SignalsError> {
        self.variant(variant)?.object("}}")
    }
}

/// Writes a value where leaving it out would change the meaning of what surrounds it.
fn write_value<T: Serialize + ?Sized>(
    value: &T,
    out: &mut String,
    depth: usize,
) -> Result<(), SignalsError> {
    match value.serialize(Serializer { out, depth })? {
        Written::Value => Ok(()),
        Written::Nothing => Err(SignalsError::nothing()),
    }
}

/// An array under construction.
pub(super) struct Array<'a> {
    out: &'a mut String,
    depth: usize,
    index: usize,
    close: &'static str,
}

impl Array<'_> {
    fn item<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), SignalsError> {
        if self.index > 0 {
            self.out.push(',');
        }
        write_value(value, self.out, self.depth).map_err(|error| error.in_item(self.index))?;
        self.index += 1;
        Ok(())
    }
}

/// An object under construction.
pub(super) struct Object<'a> {
    out: &'a mut String,
    depth: usize,
    empty: bool,
    /// The key that waits for its value, when a map gives them one by one.
    key: String,
    close: &'static str,
}

impl Object<'_> {
    fn member<T: Serialize + ?Sized>(&mut self, key: &str, value: &T) -> Result<(), SignalsError> {
        key::check(key)?;
        let start = self.out.len();
        // A checked key needs no escapes.
        let _ = write!(self.out, "{}\"{key}\":", if self.empty { "" } else { "," });
        let value = value.serialize(Serializer {
            out: self.out,
            depth: self.depth,
        });
        match value.map_err(|error| error.in_member(key))? {
            Written::Value => self.empty = false,
            Written::Nothing => self.out.truncate(start),
        }
        Ok(())
    }
}

/// The key of a map, which must serialise as a string.
fn key_text<T: Serialize + ?Sized>(key: &T) -> Result<String, SignalsError> {
    let mut json = String::with_capacity(16);
    key.serialize(Serializer::new(&mut json))?;
    let text = json
        .strip_prefix('"')
        .and_then(|json| json.strip_suffix('"'));
    // A key with escapes in it is refused later, so they need not be undone.
    text.map(str::to_owned)
        .ok_or_else(|| SignalsError::key(&json))
}

impl ser::SerializeMap for Object<'_> {
    type Ok = Written;
    type Error = SignalsError;

    fn serialize_key<T: Serialize + ?Sized>(&mut self, key: &T) -> Result<(), SignalsError> {
        self.key = key_text(key)?;
        Ok(())
    }

    fn serialize_value<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), SignalsError> {
        let key = std::mem::take(&mut self.key);
        self.member(&key, value)
    }

    fn end(self) -> Outcome {
        self.out.push_str(self.close);
        Ok(Written::Value)
    }
}

macro_rules! arrays {
    ($($part:ident::$method:ident)*) => {$(
        impl ser::$part for Array<'_> {
            type Ok = Written;
            type Error = SignalsError;

            fn $method<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), SignalsError> {
                self.item(value)
            }

            fn end(self) -> Outcome {
                self.out.push_str(self.close);
                Ok(Written::Value)
            }
        }
    )*};
}

arrays! {
    SerializeSeq::serialize_element SerializeTuple::serialize_element
    SerializeTupleStruct::serialize_field SerializeTupleVariant::serialize_field
}

macro_rules! objects {
    ($($part:ident)*) => {$(
        impl ser::$part for Object<'_> {
            type Ok = Written;
            type Error = SignalsError;

            fn serialize_field<T: Serialize + ?Sized>(
                &mut self,
                key: &'static str,
                value: &T,
            ) -> Result<(), SignalsError> {
                self.member(key, value)
            }

            fn end(self) -> Outcome {
                self.out.push_str(self.close);
                Ok(Written::Value)
            }
        }
    )*};
}

objects! { SerializeStruct SerializeStructVariant }
