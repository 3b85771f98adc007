//! The Datastar client in the page.

use crate::element::Element;
use crate::html;

/// The version of the client that the tables describe.
pub const VERSION: &str = "1.0.4";

/// The client's public address, with its version pinned.
pub const CDN: &str =
    "https://cdn.jsdelivr.net/gh/starfederation/datastar@1.0.4/bundles/datastar.js";

/// The element that loads the client from an address of yours, or from [`CDN`].
///
/// ```
/// use starmark::client;
///
/// assert_eq!(
///     client::script("/datastar.js").to_string(),
///     "<script type=\"module\" src=\"/datastar.js\"></script>",
/// );
/// ```
pub fn script(address: &str) -> Element<html::script> {
    html::script().type_("module").src(address)
}
