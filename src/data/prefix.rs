//! What the names of Datastar's attributes begin with: `data-`, or `data-star-` where the client has an alias.

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
pub struct Prefixed {
    bytes: [u8; CAPACITY],
    length: usize,
}

impl Prefixed {
    /// The name that a row has, which stands behind `data-`.
    ///
    /// # Panics
    ///
    /// If it is too long; at compile time.
    pub const fn new(wire: &str) -> Self {
        let name = Self {
            bytes: [0; CAPACITY],
            length: 0,
        };
        let name = match ALIAS {
            Some(alias) => name.push("data-").push(alias).push("-"),
            None => name.push("data-"),
        };
        name.push(wire)
    }

    const fn push(mut self, part: &str) -> Self {
        assert!(
            self.length + part.len() <= CAPACITY,
            "the name of an attribute is too long"
        );
        let mut i = 0;
        while i < part.len() {
            self.bytes[self.length] = part.as_bytes()[i];
            self.length += 1;
            i += 1;
        }
        self
    }

    /// The name.
    pub const fn as_str(&self) -> &str {
        match std::str::from_utf8(self.bytes.split_at(self.length).0) {
            Ok(name) => name,
            Err(_) => "",
        }
    }
}
