//! With `STARMARK_ALIAS=star`, every name that the client reads begins with `data-star-`, and no other one.
//!
//! The variable counts when the library is compiled, so a program of its own is built with it, apart from all other
//! builds. Only its bytes are compared: the package that brings the genuine client does not have the bundle with
//! the alias.

#[path = "../support/package.rs"]
mod package;

use std::path::Path;

use package::{Package, printed};

#[test]
fn names_of_the_client_begin_with_the_alias() {
    let package = Package {
        name: "starmark-alias",
        library: Path::new(env!("CARGO_MANIFEST_DIR")),
        features: &[],
        manifest: "",
        is_apart: true,
    };
    package.create();
    package.write("src/main.rs", include_str!("program.rs"));
    printed(package.cargo("run").env("STARMARK_ALIAS", "star"));
}
