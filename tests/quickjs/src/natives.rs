//! What the page has from Rust: addresses as browsers parse them, and UTF-8.

#![expect(
    clippy::needless_pass_by_value,
    reason = "what comes from a script is no reference"
)]

use rquickjs::{Ctx, Function, Object, Result, TypedArray};
use url::{Url, form_urlencoded};

/// Makes the object that `network.js` picks up.
pub(crate) fn define(ctx: &Ctx<'_>) -> Result<()> {
    let natives = Object::new(ctx.clone())?;
    natives.set("joinUrl", Function::new(ctx.clone(), join_url)?)?;
    natives.set("searchOf", Function::new(ctx.clone(), search_of)?)?;
    natives.set("withSearch", Function::new(ctx.clone(), with_search)?)?;
    natives.set("parseQuery", Function::new(ctx.clone(), parse_query)?)?;
    natives.set("printQuery", Function::new(ctx.clone(), print_query)?)?;
    natives.set("encodeUtf8", Function::new(ctx.clone(), encode_utf8)?)?;
    natives.set("decodeUtf8", Function::new(ctx.clone(), decode_utf8)?)?;
    ctx.globals().set("natives", natives)
}

fn join_url(url: String, base: String) -> Option<String> {
    let url = match Url::parse(&base) {
        Ok(base) => base.join(&url),
        Err(_) => Url::parse(&url),
    };
    url.ok().map(String::from)
}

fn search_of(href: String) -> String {
    let url = Url::parse(&href).ok();
    match url.as_ref().and_then(Url::query) {
        None | Some("") => String::new(),
        Some(query) => format!("?{query}"),
    }
}

fn with_search(href: String, search: String) -> String {
    Url::parse(&href).map_or(href, |mut url| {
        let query = search.strip_prefix('?').unwrap_or(&search);
        url.set_query((!query.is_empty()).then_some(query));
        url.into()
    })
}

fn parse_query(query: String) -> Vec<Vec<String>> {
    let query = query.strip_prefix('?').unwrap_or(&query);
    form_urlencoded::parse(query.as_bytes())
        .map(|(name, value)| vec![name.into_owned(), value.into_owned()])
        .collect()
}

fn print_query(pairs: Vec<Vec<String>>) -> String {
    let mut query = form_urlencoded::Serializer::new(String::new());
    for pair in pairs {
        if let [name, value] = &pair[..] {
            query.append_pair(name, value);
        }
    }
    query.finish()
}

fn encode_utf8(ctx: Ctx<'_>, text: String) -> Result<TypedArray<'_, u8>> {
    TypedArray::new(ctx, text.into_bytes())
}

/// As a `TextDecoder` without options: it takes a byte order mark off.
fn decode_utf8(bytes: Vec<u8>) -> String {
    let text = String::from_utf8_lossy(&bytes);
    text.strip_prefix('\u{FEFF}').unwrap_or(&text).to_owned()
}
