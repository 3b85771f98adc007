//! Workloads and the engines that render them, with the types of their inputs taken away.
//!
//! A [`Workload`] knows its input's type, so that a renderer is a plain function of it. Whoever measures or
//! prints sees a [`Race`], and all of them alike.

use std::cell::Cell;
use std::hint::black_box;
use std::rc::Rc;

use crate::allocations::{Count, count};
use crate::normal::assert_same;

/// The engine that all ratios in the first column of ratios are to.
pub const BOUND: &str = "bound";
/// The engine that all ratios in the second column of ratios are to.
pub const MACRO: &str = "starmark macro";
/// The engine that is no engine: it copies what another has rendered.
pub const MEMCPY: &str = "memcpy";

/// One way to render an input.
#[derive(Debug)]
pub struct Engine<I, O = String> {
    name: &'static str,
    render: fn(&I) -> O,
}

impl<I, O> Engine<I, O> {
    /// An engine by its name in the tables.
    #[must_use]
    pub const fn new(name: &'static str, render: fn(&I) -> O) -> Self {
        Self { name, render }
    }
}

/// What a renderer returns: one text, or several that belong together.
pub trait Output: Clone + 'static {
    /// The texts, one a line.
    fn joined(&self) -> String;
}

impl Output for String {
    fn joined(&self) -> String {
        self.clone()
    }
}

impl<const N: usize> Output for [String; N] {
    fn joined(&self) -> String {
        self.join("\n")
    }
}

/// Something to render, and who renders it.
#[derive(Debug)]
pub struct Workload<I: 'static, O: 'static = String> {
    /// As it is chosen on the command line.
    pub name: &'static str,
    /// What it is, for the tables.
    pub about: &'static str,
    /// The input of a seed, the same on every machine.
    pub input: fn(u64) -> I,
    /// [`BOUND`] and [`MACRO`] have to be among them.
    pub engines: &'static [Engine<I, O>],
}

/// A workload of any input.
pub trait Race: Sync {
    /// As it is chosen on the command line.
    fn name(&self) -> &'static str;
    /// What it is, for the tables.
    fn about(&self) -> &'static str;
    /// Compares the outputs of all engines for the input of a seed.
    ///
    /// # Panics
    ///
    /// If one of them means something else.
    fn assert_equal(&self, seed: u64);
    /// What the bound writes for the input of a seed.
    fn finished(&self, seed: u64) -> String;
    /// One case for each engine and one for [`MEMCPY`], each over the inputs of the first seeds.
    fn cases(&self, seeds: u64) -> Vec<Case>;
}

/// An engine with its inputs, ready to run.
pub struct Case {
    /// The engine's name.
    pub engine: &'static str,
    run: Box<dyn Fn(u32)>,
    once: Box<dyn Fn() -> Count>,
}

impl Case {
    /// An engine over inputs.
    pub(crate) fn new<I: 'static, O: 'static>(
        engine: &'static str,
        inputs: Rc<Vec<I>>,
        render: fn(&I) -> O,
    ) -> Self {
        let first = inputs.clone();
        let next = Cell::new(0);
        Self {
            engine,
            run: Box::new(move |times| next.set(turn(&inputs, render, next.get(), times))),
            once: Box::new(move || count(|| render(&first[0]))),
        }
    }

    /// Renders so many inputs, going on where the last call stopped.
    pub fn run(&self, times: u32) {
        (self.run)(times);
    }

    /// What one render of the first input asks of the allocator.
    #[must_use]
    pub fn allocations(&self) -> Count {
        (self.once)()
    }
}

impl std::fmt::Debug for Case {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Case")
            .field("engine", &self.engine)
            .finish_non_exhaustive()
    }
}

/// Renders `times` inputs from `next` on, and returns which is the next one then.
fn turn<I, O>(inputs: &[I], render: fn(&I) -> O, mut next: usize, times: u32) -> usize {
    for _ in 0..times {
        black_box(render(black_box(&inputs[next])));
        next += 1;
        if next == inputs.len() {
            next = 0;
        }
    }
    next
}

impl<I: 'static, O: Output> Workload<I, O> {
    fn engine(&self, name: &str) -> &Engine<I, O> {
        let found = self.engines.iter().find(|engine| engine.name == name);
        found.expect("every workload has the bound and the macro")
    }
}

impl<I: 'static, O: Output> Race for Workload<I, O> {
    fn name(&self) -> &'static str {
        self.name
    }

    fn about(&self) -> &'static str {
        self.about
    }

    fn assert_equal(&self, seed: u64) {
        let input = (self.input)(seed);
        let wanted = (self.engine(BOUND).render)(&input).joined();
        for engine in self.engines {
            let found = (engine.render)(&input).joined();
            assert_same(
                &format!("{} with {}", self.name, engine.name),
                &wanted,
                &found,
            );
        }
    }

    fn finished(&self, seed: u64) -> String {
        (self.engine(BOUND).render)(&(self.input)(seed)).joined()
    }

    fn cases(&self, seeds: u64) -> Vec<Case> {
        // All read the same memory: where it lies would else decide who is fast.
        let inputs: Rc<Vec<I>> = Rc::new((0..seeds).map(self.input).collect());
        let bound = self.engine(BOUND).render;
        // Copies have no room to spare, so that they lie side by side as what is read usually does.
        let finished = inputs.iter().map(|input| bound(input).clone()).collect();
        let mut cases = vec![Case::new(MEMCPY, Rc::new(finished), O::clone)];
        for engine in self.engines {
            cases.push(Case::new(engine.name, inputs.clone(), engine.render));
        }
        cases
    }
}
