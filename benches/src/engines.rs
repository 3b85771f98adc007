//! What is compared, by name, and the proof that all of it is the same page.

use crate::board::Board;
use crate::{hypertext_board, maud_board, starmark_builder, starmark_components, starmark_macro};

/// One way to render the board.
#[derive(Debug, Clone, Copy)]
pub struct Engine {
    /// As the table calls it.
    pub name: &'static str,
    /// From a board to a page.
    pub render: fn(&Board) -> String,
}

/// The first is what the table's first ratio is to.
pub const ENGINES: [Engine; 8] = [
    Engine {
        name: "starmark macro",
        render: starmark_macro::render,
    },
    Engine {
        name: "starmark macro, actions",
        render: starmark_macro::render_actions,
    },
    Engine {
        name: "starmark components",
        render: starmark_components::render,
    },
    Engine {
        name: "starmark builder",
        render: starmark_builder::render,
    },
    Engine {
        name: "maud",
        render: maud_board::render,
    },
    Engine {
        name: "maud functions",
        render: maud_board::render_functions,
    },
    Engine {
        name: "hypertext",
        render: hypertext_board::render,
    },
    Engine {
        name: "hypertext functions",
        render: hypertext_board::render_functions,
    },
];

/// Where maud stands in [`ENGINES`], for the table's second ratio.
pub const MAUD: usize = 4;

/// Compares the pages of all engines byte by byte.
///
/// # Panics
///
/// If one of them writes something else.
pub fn assert_equal(board: &Board) {
    let wanted = (ENGINES[0].render)(board);
    for engine in &ENGINES[1..] {
        let page = (engine.render)(board);
        let same = wanted
            .bytes()
            .zip(page.bytes())
            .take_while(|(a, b)| a == b)
            .count();
        let (near, far) = (same.saturating_sub(60), same + 60);
        let [left, right] = [&wanted, &page].map(|text| {
            String::from_utf8_lossy(&text.as_bytes()[near.min(text.len())..far.min(text.len())])
                .into_owned()
        });
        assert!(
            wanted == page,
            "`{}` differs at byte {same}:\n{left}\n{right}",
            engine.name
        );
    }
}
