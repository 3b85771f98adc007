//! Long paragraphs: with a special character about every fifteen bytes, and with none.
//!
//! The special characters are `&`, `<`, `>` and `"`. Apostrophes are left out: some engines escape them and
//! others need not, so that the outputs would be different work.

use fastrand::Rng;
use serde::Serialize;

use super::pick;
use crate::race::Workload;

/// The race over text that is full of special characters.
pub const HEAVY: Workload<Article> = Workload {
    name: "escape-heavy",
    about: "40 paragraphs of 2 KB with a special character about every 15 bytes.",
    input: Article::heavy,
    engines: engines!(heavy article),
};

/// The race over text without special characters.
pub const FREE: Workload<Article> = Workload {
    name: "escape-free",
    about: "40 paragraphs of 2 KB without a special character.",
    input: Article::free,
    engines: engines!(heavy article),
};

/// A long text.
#[derive(Debug, Clone, Serialize)]
pub struct Article {
    /// From top to bottom.
    pub paragraphs: Vec<String>,
}

const PARAGRAPHS: usize = 40;
const BYTES: usize = 2_000;

const WORDS: [&str; 16] = [
    "the",
    "report",
    "of",
    "märz",
    "is",
    "late",
    "again",
    "because",
    "a",
    "server",
    "in",
    "another",
    "house",
    "was",
    "moved",
    "yesterday",
];

const SPECIAL: [&str; 4] = ["&", "<", ">", "\""];

impl Article {
    /// The text of a seed, with special characters.
    #[must_use]
    pub fn heavy(seed: u64) -> Self {
        // A word and its space are 5.7 bytes on average, so that 15 bytes are 2.6 words.
        Self::new(seed, 0.38)
    }

    /// The text of a seed, without special characters.
    #[must_use]
    pub fn free(seed: u64) -> Self {
        Self::new(seed, 0.0)
    }

    fn new(seed: u64, special: f64) -> Self {
        let mut rng = Rng::with_seed(seed);
        let mut paragraph = || paragraph(special, &mut rng);
        Self {
            paragraphs: (0..PARAGRAPHS).map(|_| paragraph()).collect(),
        }
    }
}

/// About [`BYTES`] bytes of words, so many of them behind a special character.
fn paragraph(special: f64, rng: &mut Rng) -> String {
    let bytes = rng.usize(BYTES * 9 / 10..BYTES * 11 / 10);
    let mut text = String::new();
    while text.len() < bytes {
        let special = rng.f64() < special;
        text.push_str(if special { pick(&SPECIAL, rng) } else { " " });
        text.push_str(pick(&WORDS, rng));
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn special_characters_are_as_dense_as_claimed() {
        let count = |article: &Article| {
            let text = article.paragraphs.concat();
            let special = text.matches(['&', '<', '>', '"', '\'']).count();
            (text.len(), special)
        };
        let (bytes, special) = count(&Article::heavy(0));
        let every = bytes / special;
        assert!((14..=16).contains(&every), "every {every} bytes");
        assert_eq!(count(&Article::free(0)).1, 0);
    }
}
