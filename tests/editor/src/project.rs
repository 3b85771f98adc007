//! A project of one file that depends on Starmark, written into the target directory.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use url::Url;

/// A package of its own, outside of the workspace.
#[derive(Debug)]
pub struct Project {
    root: PathBuf,
    /// Where all of the fixtures are built, so that their dependencies are built once.
    target: PathBuf,
}

impl Project {
    /// Writes a library of this source into a folder of this name in `directory`.
    ///
    /// # Panics
    ///
    /// If the file system refuses.
    pub fn written(directory: &Path, name: &str, source: &str) -> Self {
        let root = directory.join(name);
        fs::create_dir_all(root.join("src")).expect("the target directory takes the fixture");
        let repository = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
        let repository = repository
            .canonicalize()
            .expect("the package is in its repository");
        let write = |path: &str, text: &str| {
            fs::write(root.join(path), text).expect("the target directory takes the fixture");
        };
        write("Cargo.toml", &manifest(name, &repository));
        write("src/lib.rs", source);
        // The same versions as the repository, which are there already.
        fs::copy(repository.join("Cargo.lock"), root.join("Cargo.lock"))
            .expect("the repository has a `Cargo.lock`");
        Self {
            target: directory.join("target"),
            root,
        }
    }

    pub(crate) fn root(&self) -> &Path {
        &self.root
    }

    pub(crate) fn target(&self) -> &Path {
        &self.target
    }

    /// The address of the source.
    pub(crate) fn file(&self) -> Url {
        Url::from_file_path(self.root.join("src/lib.rs")).expect("the path is absolute")
    }

    /// Compiles the project.
    ///
    /// # Errors
    ///
    /// What cargo says, if it does not compile without a warning.
    ///
    /// # Panics
    ///
    /// If there is no cargo.
    pub fn check(&self) -> Result<(), String> {
        let cargo = std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
        let output = Command::new(cargo)
            .args(["check", "--offline", "--quiet", "--target-dir"])
            .arg(&self.target)
            .current_dir(&self.root)
            .output()
            .expect("cargo starts");
        if output.status.success() && output.stderr.is_empty() {
            Ok(())
        } else {
            Err(String::from_utf8_lossy(&output.stderr).into_owned())
        }
    }
}

fn manifest(name: &str, repository: &Path) -> String {
    let path = repository.to_str().expect("TOML is Unicode");
    format!(
        r#"[package]
name = "{name}"
version = "0.0.0"
edition = "2024"
publish = false

[workspace]

[dependencies]
axum = "0.8"
serde = {{ version = "1", features = ["derive"] }}
starmark = {{ path = {path:?}, features = ["axum"] }}
"#
    )
}
