//! Prints how long the board takes with each engine: `cargo bench -p starmark-benches`.
//!
//! With the name of an engine and a number, it renders the board that often and prints nothing: something to
//! count instructions of.

use std::env;
use std::hint::black_box;

use starmark_benches::allocations::{Counting, count};
use starmark_benches::board::Board;
use starmark_benches::engines::{ENGINES, MAUD, assert_equal};
use starmark_benches::measure::Times;

#[global_allocator]
static ALLOCATOR: Counting = Counting;

const CARDS: u32 = 120;
const ROUNDS: usize = 201;

fn main() {
    let arguments: Vec<String> = env::args()
        .skip(1)
        .filter(|argument| !argument.starts_with("--"))
        .collect();
    match arguments.as_slice() {
        [name, times] => run(name, times.parse().expect("a number of times")),
        _ => compare(),
    }
}

/// Renders one board again and again.
fn run(name: &str, times: u32) {
    let engine = ENGINES
        .iter()
        .find(|engine| engine.name == name)
        .expect("the name of an engine");
    let board = Board::new(0, CARDS);
    for _ in 0..times {
        black_box((engine.render)(black_box(&board)));
    }
}

/// Prints the table.
fn compare() {
    let boards: Vec<Board> = (0..64).map(|seed| Board::new(seed, CARDS)).collect();
    boards.iter().for_each(assert_equal);
    println!(
        "{CARDS} cards, {} bytes, equal from all engines",
        (ENGINES[0].render)(&boards[0]).len()
    );
    table("the same board again and again", &boards[..1]);
    table("64 boards in turn", &boards);
    allocations(&boards[0]);
}

fn table(title: &str, boards: &[Board]) {
    let times = Times::measure(boards, ROUNDS);
    println!(
        "\n{title}\n\n| engine | ns per page | to starmark macro | to maud |\n|---|--:|--:|--:|"
    );
    for (case, engine) in ENGINES.iter().enumerate() {
        let (own, maud) = (times.ratio(case, 0), times.ratio(case, MAUD));
        println!(
            "| {} | {:.0} | {own:.2} | {maud:.2} |",
            engine.name,
            times.nanoseconds(case)
        );
    }
}

fn allocations(board: &Board) {
    println!(
        "\nallocations of one page\n\n| engine | allocations | reallocations | bytes |\n|---|--:|--:|--:|"
    );
    for engine in ENGINES {
        let count = count(|| (engine.render)(board));
        println!(
            "| {} | {} | {} | {} |",
            engine.name, count.allocations, count.reallocations, count.bytes
        );
    }
}
