//! Pieces beside plain strings, in any order and on several threads.

use std::sync::Arc;
use std::thread;

use proptest::prelude::*;

use super::*;
use crate::html::{b, div, li, p, ul};
use crate::{Element, Render, render};

#[test]
fn what_is_built_in_another_order_is_copied() {
    let late = b().child("late");
    let early = p().child("early");
    let list = ul().child(li().child(early)).child(&late).child(late);
    let list = list.id("x");
    assert_eq!(
        list.to_string(),
        "<ul id=\"x\"><li><p>early</p></li><b>late</b><b>late</b></ul>"
    );
}

#[test]
fn two_lists_grow_at_once() {
    let (mut even, mut odd) = (ul(), ul());
    for n in 0..100 {
        let item = li().child(n);
        if n % 2 == 0 {
            even = even.child(item);
        } else {
            odd = odd.child(item);
        }
    }
    let expected = |first: i32| -> String {
        let items = (first..100).step_by(2).map(|n| format!("<li>{n}</li>"));
        format!("<ul>{}</ul>", items.collect::<String>())
    };
    assert_eq!(
        (even.to_string(), odd.to_string()),
        (expected(0), expected(1))
    );
}

/// Builds elements, and leaves some, while its parent is being written.
struct Meddler(Arc<std::sync::Mutex<Vec<Element<b>>>>);

impl Render for Meddler {
    fn render_to(&self, out: &mut Buffer) {
        self.0.lock().unwrap().push(b().child("left"));
        div().child("written").render_to(out);
    }
}

#[test]
fn a_component_may_build_elements_of_its_own() {
    let left = Arc::default();
    let list = ul().child(Meddler(Arc::clone(&left))).child("behind");
    assert_eq!(list.to_string(), "<ul><div>written</div>behind</ul>");
    assert_eq!(left.lock().unwrap()[0].to_string(), "<b>left</b>");
}

#[test]
fn an_element_may_move_between_threads() {
    let list = ul().id("a").child("here");
    let other = b().child("other");
    let list = thread::spawn(move || {
        let list = list.child(li().child("there"));
        let list = list.child(&other);
        drop(other);
        list.class("moved")
    })
    .join()
    .unwrap();
    assert_eq!(
        list.child("back").to_string(),
        "<ul id=\"a\" class=\"moved\">here<li>there</li><b>other</b>back</ul>"
    );
}

#[test]
fn an_element_outlives_its_thread() {
    let (left, right) = thread::spawn(|| (b().child("left"), b().child("right")))
        .join()
        .unwrap();
    assert_eq!(left.to_string(), "<b>left</b>");
    drop(left);
    let both = p().child(right);
    assert_eq!(both.to_string(), "<p><b>right</b></p>");
}

#[test]
fn others_read_while_the_thread_goes_on() {
    let shared = Arc::new(ul().child("shared"));
    let readers: Vec<_> = (0..2)
        .map(|_| {
            let shared = Arc::clone(&shared);
            thread::spawn(move || {
                for _ in 0..50 {
                    assert_eq!(shared.to_string(), "<ul>shared</ul>");
                }
            })
        })
        .collect();
    // The memory grows meanwhile.
    let text = "x".repeat(100);
    let list = ul().children((0..100).map(|_| li().child(&text)));
    assert_eq!(list.to_string().len(), 9 + 100 * 109);
    for reader in readers {
        reader.join().unwrap();
    }
}

#[test]
fn a_thread_that_ends_may_build_elements() {
    struct Last;
    impl Drop for Last {
        fn drop(&mut self) {
            let list = ul().child(li().child("last")).id("x");
            assert_eq!(list.to_string(), "<ul id=\"x\"><li>last</li></ul>");
        }
    }
    thread_local! {
        static LAST: Last = const { Last };
    }
    // Before and after the arena goes.
    for is_first in [false, true] {
        thread::spawn(move || {
            if is_first {
                drop(b());
            }
            LAST.with(|_| ());
            drop(b());
        })
        .join()
        .unwrap();
    }
}

#[test]
fn a_panic_leaves_nothing_behind() {
    let panics = || {
        let list = ul().child("a");
        let panicking = crate::from_fn(|_| panic!("in a component"));
        drop(list.child(li().child(panicking)));
    };
    assert!(std::panic::catch_unwind(panics).is_err());
    assert_eq!(p().child("after").to_string(), "<p>after</p>");
}

#[test]
fn memory_is_given_back() {
    let capacity = || {
        // SAFETY: no piece is being written.
        NonNull::new(LOCAL.get()).map_or(0, |arena| unsafe {
            (*arena.as_ref().text.get()).capacity()
        })
    };
    let text = "<".repeat(1000);
    let page = |items| ul().children((0..items).map(|_| li().child(&text)));
    assert_eq!(page(200).to_string().len(), 9 + 200 * 4009);
    assert_eq!(capacity(), ROOM);
    drop(page(20));
    assert!((80_000..=KEPT).contains(&capacity()));
}

#[test]
fn a_long_text_is_written_elsewhere() {
    let text = "<".repeat(KEPT + 1);
    let one = div().title(&text).child(&text);
    let escaped = "&lt;".repeat(KEPT + 1);
    assert_eq!(
        one.to_string(),
        format!("<div title=\"{escaped}\">{escaped}</div>")
    );
}

#[test]
fn what_is_too_large_leaves_everything_as_it_was() {
    let list = ul().child("a");
    let mut text = list.child("b");
    let above = b();
    let panics = std::panic::catch_unwind(std::panic::AssertUnwindSafe(|| {
        // Not at the top, so it would have to move first.
        let (piece, _) = text.written().parts();
        // SAFETY: the range stays the piece's, because this panics.
        piece.0 = unsafe { piece.0.append(0, MOST, |_| ()) };
    }));
    assert!(panics.is_err());
    drop(above);
    assert_eq!(text.child("c").to_string(), "<ul>abc</ul>");
}

/// What a random program does.
#[derive(Debug, Clone)]
enum Step {
    Begin,
    Text(usize, String),
    Attribute(usize, String),
    Adopt(usize, usize),
    Copy(usize, usize),
    Clone(usize),
    Drop(usize),
    Send(usize),
}

fn step() -> impl Strategy<Value = Step> {
    let which = || 0..6_usize;
    let text = || "[a<&\"é]{0,40}";
    prop_oneof![
        4 => Just(Step::Begin),
        4 => (which(), text()).prop_map(|(at, text)| Step::Text(at, text)),
        2 => (which(), text()).prop_map(|(at, text)| Step::Attribute(at, text)),
        4 => (which(), which()).prop_map(|(to, from)| Step::Adopt(to, from)),
        1 => (which(), which()).prop_map(|(to, from)| Step::Copy(to, from)),
        1 => which().prop_map(Step::Clone),
        2 => which().prop_map(Step::Drop),
        1 => which().prop_map(Step::Send),
    ]
}

/// An element, and what it should be.
type Pair = (Element<div>, (String, String));

fn expected((attributes, children): &(String, String)) -> String {
    format!("<div{attributes}>{children}</div>")
}

fn write(pair: Pair, text: &str) -> Pair {
    let (element, (attributes, children)) = pair;
    let children = children + render(text).as_str();
    (element.child(text), (attributes, children))
}

fn perform(step: Step, pairs: &mut Vec<Pair>) {
    let count = pairs.len();
    match step {
        Step::Begin => pairs.push((div(), Default::default())),
        _ if count == 0 => {}
        Step::Text(at, text) => {
            let pair = pairs.remove(at % count);
            pairs.insert(at % count, write(pair, &text));
        }
        Step::Attribute(at, text) => {
            let (element, (attributes, children)) = pairs.remove(at % count);
            let attributes = format!("{attributes} title=\"{}\"", render(&text).as_str());
            pairs.insert(at % count, (element.title(text), (attributes, children)));
        }
        Step::Adopt(..) | Step::Copy(..) if count == 1 => {}
        Step::Adopt(to, from) => {
            let (child, model) = pairs.remove(from % count);
            let to = to % (count - 1);
            let (parent, (attributes, children)) = pairs.remove(to);
            let children = children + &expected(&model);
            pairs.insert(to, (parent.child(child), (attributes, children)));
        }
        Step::Copy(to, from) => {
            let (parent, (attributes, children)) = pairs.remove(to % count);
            let (child, model) = &pairs[from % (count - 1)];
            let children = children + &expected(model);
            pairs.push((parent.child(child), (attributes, children)));
        }
        Step::Clone(at) => pairs.push(pairs[at % count].clone()),
        Step::Drop(at) => drop(pairs.swap_remove(at % count)),
        Step::Send(at) => {
            let pair = pairs.remove(at % count);
            let send = thread::spawn(move || {
                let keep = b().child("kept");
                let pair = write(pair, "sent");
                (keep, pair)
            });
            pairs.push(send.join().unwrap().1);
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig {
        failure_persistence: None,
        ..ProptestConfig::with_cases(if cfg!(miri) { 8 } else { 2000 })
    })]

    #[test]
    fn any_order_is_the_same(steps in proptest::collection::vec(step(), 0..60)) {
        let mut pairs: Vec<Pair> = Vec::new();
        for step in steps {
            perform(step, &mut pairs);
            for (element, model) in &pairs {
                prop_assert_eq!(element.to_string(), expected(model));
            }
        }
        drop(pairs);
        // SAFETY: no piece is being written.
        let begun = NonNull::new(LOCAL.get()).map_or(0, |arena| unsafe {
            arena.as_ref().begun.get() + arena.as_ref().count.load(Ordering::Acquire) - ATTACHED
        });
        prop_assert_eq!(begun, 0);
    }
}
