//! Escapes literals at compile time, byte for byte as the library does at run time.

use proc_macro2::TokenStream;
use quote::quote;

/// The text as it stands in content and attribute values.
pub(crate) fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\r' => out.push_str("&#13;"),
            '\0' => out.push('\u{FFFD}'),
            c => out.push(c),
        }
    }
    out
}

/// The escaped form of a string literal, as a literal.
pub(crate) fn literal(input: TokenStream) -> TokenStream {
    match syn::parse2::<syn::LitStr>(input) {
        Ok(text) => {
            let escaped = escape(&text.value());
            quote!(#escaped)
        }
        Err(error) => error.to_compile_error(),
    }
}
