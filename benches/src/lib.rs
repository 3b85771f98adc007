//! A kanban board, rendered by Starmark's three front ends and by its peers.
//!
//! The page stands for what applications send: many short strings, few of them with an entity, some numbers
//! and conditions, and Datastar attributes with an address in each. `board.rs` next to this directory measures;
//! the test here keeps the comparison honest in every normal test run.

pub mod allocations;
pub mod board;
pub mod engines;
mod hypertext_board;
mod maud_board;
pub mod measure;
mod starmark_builder;
mod starmark_components;
mod starmark_macro;

#[cfg(test)]
mod tests {
    use crate::board::Board;
    use crate::engines::{ENGINES, assert_equal};

    #[test]
    fn all_engines_write_the_same_bytes() {
        for seed in 0..4 {
            let board = Board::new(seed, 120);
            assert_equal(&board);
        }
    }

    #[test]
    fn the_page_is_what_it_claims_to_be() {
        let page = (ENGINES[0].render)(&Board::new(0, 120));
        assert_eq!(page.matches("<article").count(), 120);
        assert!(
            (60_000..100_000).contains(&page.len()),
            "{} bytes",
            page.len()
        );
        for entity in ["&amp;", "&lt;"] {
            assert!(page.contains(entity), "no text has {entity}");
        }
    }
}
