//! The race: Starmark's front ends beside their peers and beside two floors, on many workloads.
//!
//! `race.rs` next to this directory measures; the test here keeps the comparison honest in every normal test
//! run: all engines have to write the same.

pub mod allocations;
mod bound;
pub mod chart;
mod engines;
pub mod instructions;
pub mod measure;
mod normal;
pub mod options;
pub mod race;
pub mod report;
pub mod scaling;
pub mod workloads;

#[cfg(test)]
mod tests {
    use crate::workloads::RACES;

    #[test]
    fn all_engines_write_the_same() {
        for race in RACES {
            (0..4).for_each(|seed| race.assert_equal(seed));
        }
    }
}
