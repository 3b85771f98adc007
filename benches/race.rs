//! The race; `benches/README.md` says how to run it.

use starmark_benches::allocations::Counting;
use starmark_benches::measure::Times;
use starmark_benches::race::{BOUND, MACRO, Race};
use starmark_benches::workloads::RACES;

#[global_allocator]
static ALLOCATOR: Counting = Counting;

fn main() {
    for race in RACES {
        (0..64).for_each(|seed| race.assert_equal(seed));
        table(race);
    }
}

fn table(race: &dyn Race) {
    println!("\n## {}\n", race.name());
    let (one, many) = (race.cases(1), race.cases(64));
    let (same, varied) = (Times::measure(&one, 101), Times::measure(&many, 101));
    let place = |name| one.iter().position(|case| case.engine == name).unwrap();
    for (case, of) in one.iter().enumerate() {
        let count = of.allocations();
        println!(
            "| {} | {:.0} | {:.2} | {:.2} | {:.0} | {:.2} | {:.2} | {} + {} | {} |",
            of.engine,
            same.nanoseconds(case),
            same.ratio(case, place(BOUND)),
            same.ratio(case, place(MACRO)),
            varied.nanoseconds(case),
            varied.ratio(case, place(BOUND)),
            varied.ratio(case, place(MACRO)),
            count.allocations,
            count.reallocations,
            count.bytes
        );
    }
}
