//! The variables of the code itself, and what they are called in JavaScript.

use proc_macro2::Ident;

/// Words that cannot be variables, or that the client and the library's own code read.
const TAKEN: &[&str] = &[
    "arguments",
    "await",
    "async",
    "break",
    "case",
    "catch",
    "class",
    "const",
    "continue",
    "debugger",
    "default",
    "delete",
    "do",
    "el",
    "else",
    "enum",
    "eval",
    "evt",
    "export",
    "extends",
    "false",
    "finally",
    "for",
    "function",
    "if",
    "implements",
    "import",
    "in",
    "instanceof",
    "interface",
    "let",
    "new",
    "null",
    "of",
    "package",
    "patch",
    "private",
    "protected",
    "public",
    "return",
    "static",
    "super",
    "switch",
    "this",
    "throw",
    "true",
    "try",
    "typeof",
    "undefined",
    "var",
    "void",
    "while",
    "with",
    "yield",
    "Array",
    "Math",
    "Number",
    "Object",
    "String",
    "console",
    "document",
    "encodeURIComponent",
    "window",
];

/// Variables in scope, the innermost last: the name in Rust, and the name in JavaScript.
#[derive(Default)]
pub(super) struct Locals {
    scope: Vec<(Ident, String)>,
    declared: Vec<String>,
}

impl Locals {
    /// The name in JavaScript, if this is a variable of the code.
    pub(super) fn find(&self, name: &Ident) -> Option<&str> {
        let found = self.scope.iter().rev().find(|(known, _)| known == name);
        found.map(|(_, javascript)| javascript.as_str())
    }

    /// Declares a variable. JavaScript has one of a name in a scope, Rust any number.
    pub(super) fn declare(&mut self, name: &Ident) -> String {
        let plain = syn::ext::IdentExt::unraw(name).to_string();
        let mut javascript = plain.clone();
        let mut number = 2;
        while TAKEN.contains(&javascript.as_str()) || self.declared.contains(&javascript) {
            javascript = format!("{plain}{number}");
            number += 1;
        }
        self.declared.push(javascript.clone());
        self.scope.push((name.clone(), javascript.clone()));
        javascript
    }

    /// Where a scope begins.
    pub(super) fn enter(&self) -> usize {
        self.scope.len()
    }

    /// Forgets what was declared since.
    pub(super) fn leave(&mut self, scope: usize) {
        self.scope.truncate(scope);
    }
}
