//! Stores beside the map that they are like.

use std::collections::HashMap;
use std::sync::atomic::{AtomicUsize, Ordering};

use proptest::prelude::*;
use proptest::test_runner::{Config, TestRunner};
use starmark::state::{Entry, Key, Store, Version};
use tokio::runtime::Runtime;

use crate::key;

const KEYS: u8 = 3;

#[derive(Debug, Clone)]
enum Step {
    Load(u8),
    Save(u8, Entry, Replaces),
    Remove(u8),
}

#[derive(Debug, Clone)]
enum Replaces {
    Nothing,
    WhatIsThere,
    Version(u64),
}

impl Replaces {
    fn version(self, current: Option<Version>) -> Option<Version> {
        match self {
            Self::Nothing => None,
            Self::WhatIsThere => current,
            Self::Version(number) => Some(Version::from(number)),
        }
    }
}

fn replaces() -> impl Strategy<Value = Replaces> {
    prop_oneof![
        1 => Just(Replaces::Nothing),
        4 => Just(Replaces::WhatIsThere),
        1 => (0..4_u64).prop_map(Replaces::Version),
    ]
}

fn step() -> impl Strategy<Value = Step> {
    let version = prop::sample::select(vec![0, 1, 2, 3, 1 << 53, (1 << 53) + 1]);
    let entry =
        (any::<String>(), version).prop_map(|(value, version)| crate::entry(value, version));
    prop_oneof![
        1 => (0..KEYS).prop_map(Step::Load),
        4 => (0..KEYS, entry, replaces()).prop_map(|(key, entry, replaces)| Step::Save(key, entry, replaces)),
        1 => (0..KEYS).prop_map(Step::Remove),
    ]
}

/// Any steps do the same to the store and to a map, with a store for all of them.
pub(crate) fn check<S: Store, P>(fixture: &dyn Fn() -> (S, P)) {
    let runtime = Runtime::new().expect("a runtime");
    let guard = runtime.enter();
    let (store, _place) = fixture();
    drop(guard);
    let mut runner = TestRunner::new(Config {
        cases: 48,
        failure_persistence: None,
        ..Config::default()
    });
    let steps = proptest::collection::vec(step(), 1..30);
    // Other keys each time.
    let run = AtomicUsize::new(0);
    let outcome = runner.run(&steps, |steps| {
        let run = run.fetch_add(1, Ordering::Relaxed);
        runtime.block_on(walk(&store, run, steps))
    });
    outcome.unwrap_or_else(|error| panic!("{error}"));
}

async fn walk(store: &impl Store, run: usize, steps: Vec<Step>) -> Result<(), TestCaseError> {
    let mut map = HashMap::<Key, Entry>::new();
    let name = |n: u8| key(&format!("{run}/{n}"));
    for step in steps {
        match step {
            Step::Load(n) => {
                let there = store.load(&name(n)).await.expect("a load");
                prop_assert_eq!(there.as_ref(), map.get(&name(n)));
            }
            Step::Remove(n) => {
                store.remove(&name(n)).await.expect("a remove");
                map.remove(&name(n));
            }
            Step::Save(n, entry, replaces) => {
                let current = map.get(&name(n)).map(|entry| entry.version);
                let replaces = replaces.version(current);
                let saved = store.save(&name(n), entry.clone(), replaces, None).await;
                prop_assert_eq!(saved.expect("a save"), replaces == current);
                if replaces == current {
                    map.insert(name(n), entry);
                }
            }
        }
    }
    for n in 0..KEYS {
        let there = store.load(&name(n)).await.expect("a load");
        prop_assert_eq!(there.as_ref(), map.get(&name(n)));
    }
    Ok(())
}
