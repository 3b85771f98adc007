//! placeholder
pub(crate) fn object<T: serde::Serialize + ?Sized>(v: &T) -> Result<String, String> { serde_json::to_string(v).map_err(|e| e.to_string()) }
pub(crate) fn value<T: serde::Serialize + ?Sized>(v: &T) -> Result<String, String> { serde_json::to_string(v).map_err(|e| e.to_string()) }
