//! What was read in a value, as the rules take it.

use std::cell::{Cell, OnceCell};

use starmark_syntax::script::{self, Script};

use crate::data::{Call, Code, Entry, Shape};

/// Gives `judge` the code, with these names in place of those that nothing in it declares.
pub(super) fn with_code<R>(
    source: &str,
    script: &Script,
    names: &[&str],
    judge: impl FnOnce(Code<'_>) -> R,
) -> R {
    let calls = script.calls.iter().flat_map(|call| &call.arguments);
    let count: usize = calls.chain([&script.shape]).map(objects).sum();
    let shapes = Shapes {
        objects: &vec![OnceCell::new(); count],
        next: Cell::new(0),
    };
    let calls = script.calls.iter();
    let arguments: Vec<_> = calls.map(|call| shapes.list(&call.arguments)).collect();
    let calls = script.calls.iter().zip(&arguments);
    let calls: Vec<_> = calls
        .map(|(call, arguments)| Call {
            name: &call.name,
            arguments,
        })
        .collect();
    let shape = shapes.shape(&script.shape);
    let filter = match shape {
        Shape::Object(_) => script::filter(source),
        _ => None,
    };
    judge(Code {
        text: Some(source),
        statements: script.statements.as_deref(),
        value: script.value.as_deref(),
        filter: filter.as_deref(),
        calls: &calls,
        names,
        shape,
    })
}

/// How many objects there are in a value, itself included.
fn objects(shape: &script::Shape) -> usize {
    match shape {
        script::Shape::Object(entries) => {
            let inside = entries.iter().map(|entry| objects(&entry.value));
            1 + inside.sum::<usize>()
        }
        _ => 0,
    }
}

/// The entries of objects, which the rules borrow: one place for each object.
struct Shapes<'a> {
    objects: &'a [OnceCell<Box<[Entry<'a>]>>],
    next: Cell<usize>,
}

impl<'a> Shapes<'a> {
    fn list(&self, shapes: &'a [script::Shape]) -> Vec<Shape<'a>> {
        shapes.iter().map(|shape| self.shape(shape)).collect()
    }

    fn shape(&self, shape: &'a script::Shape) -> Shape<'a> {
        match shape {
            script::Shape::Text(text) => Shape::Text(text.as_deref()),
            script::Shape::Number => Shape::Number,
            script::Shape::Bool(_) => Shape::Bool,
            script::Shape::Null => Shape::Null,
            script::Shape::Array => Shape::Array,
            script::Shape::Function => Shape::Function,
            script::Shape::Pattern(pattern) => Shape::Pattern(pattern),
            script::Shape::Other => Shape::Other,
            script::Shape::Object(entries) => Shape::Object(self.entries(entries)),
        }
    }

    fn entries(&self, entries: &'a [script::Entry]) -> &'a [Entry<'a>] {
        let place = &self.objects[self.next.get()];
        self.next.set(self.next.get() + 1);
        place.get_or_init(|| {
            let entries = entries.iter().map(|entry| Entry {
                key: &entry.key,
                value: self.shape(&entry.value),
            });
            entries.collect()
        })
    }
}
