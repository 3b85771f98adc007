//! What the names of Datastar's attributes begin with: `data-`, or `data-star-` where the client has an alias.

use crate::message::Joined;

/// The alias of the client's bundle, chosen once for a whole build by the environment variable
/// `STARMARK_ALIAS`.
///
/// The official `datastar-aliased.js` has the alias `star`: its attributes are `data-star-text`, and
/// `data-text` is left to others. In `.cargo/config.toml`:
///
/// ```toml
/// [env]
/// STARMARK_ALIAS = "star"
/// ```
///
/// Templates and builders stay as they are. Source: <https://data-star.dev/reference/attributes#aliasing-attributes>.
pub const ALIAS: Option<&str> = option_env!("STARMARK_ALIAS");

/// The longest name: alias, plugin or event, and modifier.
const CAPACITY: usize = 96;

/// An attribute's name with the prefix of this build.
#[doc(hidden)]
#[derive(Debug, Clone, Copy)]
pub struct Prefixed(Joined<CAPACITY>);

impl Prefixed {
    /// The name that a row has, which stands behind `data-`.
    ///
    /// # Panics
    ///
    /// If it is too long; at compile time.
    pub const fn new(wire: &str) -> Self {
        const TOO_LONG: &str = "the name of an attribute is too long";
        let name = Joined::EMPTY.push("data-", TOO_LONG);
        let name = match ALIAS {
            Some(alias) => name.push(alias, TOO_LONG).push("-", TOO_LONG),
            None => name,
        };
        Self(name.push(wire, TOO_LONG))
    }

    /// The name.
    pub const fn as_str(&self) -> &str {
        self.0.as_str()
    }
}
