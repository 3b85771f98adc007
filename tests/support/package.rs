//! A package that a test writes, builds and runs: what depends on how the library is compiled, or must not compile.

use std::path::{Path, PathBuf};
use std::process::Command;
use std::{env, fs};

/// What a test says about its package, which depends on the library and on nothing of the workspace around it.
pub(crate) struct Package<'a> {
    pub(crate) name: &'a str,
    /// The folder of the library.
    pub(crate) library: &'a Path,
    pub(crate) features: &'a [&'a str],
    /// Further lines of the manifest, behind the dependency on the library.
    pub(crate) manifest: &'a str,
    /// Whether its build results stay apart, because the library is compiled in another way.
    pub(crate) is_apart: bool,
}

impl Package<'_> {
    /// Writes the manifest, and brings the versions that are there already, so that nothing has to be fetched.
    pub(crate) fn create(&self) {
        let path = self.library.to_str().expect("a path that is text");
        let Self {
            name,
            features,
            manifest,
            ..
        } = self;
        let manifest = format!(
            "[package]\nname = {name:?}\nversion = \"0.0.0\"\nedition = \"2024\"\npublish = false\n\n\
             [dependencies]\nstarmark = {{ path = {path:?}, features = {features:?} }}\n{manifest}\n\
             # No member of the workspace around it.\n[workspace]\n"
        );
        self.write("Cargo.toml", &manifest);
        let lock = self.library.join("Cargo.lock");
        fs::copy(lock, self.folder().join("Cargo.lock")).expect("a lock file");
    }

    /// Writes a file; one that stays as it is needs no new build.
    pub(crate) fn write(&self, file: &str, text: &str) {
        let path = self.folder().join(file);
        if fs::read_to_string(&path).is_ok_and(|there| there == text) {
            return;
        }
        let folder = path.parent().expect("a folder");
        fs::create_dir_all(folder).expect("a folder for the program");
        fs::write(&path, text).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    }

    /// A command of cargo for the package.
    pub(crate) fn cargo(&self, command: &str) -> Command {
        let mut cargo = Command::new(env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
        cargo
            .current_dir(self.library)
            .args([command, "--offline", "--manifest-path"])
            .arg(self.folder().join("Cargo.toml"))
            .arg("--target-dir")
            .arg(self.target());
        cargo
    }

    /// Where its build results are: shared, so that only the program itself is new.
    pub(crate) fn target(&self) -> PathBuf {
        if self.is_apart {
            return self.folder().join("target");
        }
        shared_target()
    }

    fn folder(&self) -> PathBuf {
        Path::new(env!("CARGO_TARGET_TMPDIR")).join(self.name)
    }
}

/// Where the build results of the workspace are.
pub(crate) fn shared_target() -> PathBuf {
    let tmp = Path::new(env!("CARGO_TARGET_TMPDIR"));
    tmp.parent().map_or_else(PathBuf::new, Path::to_owned)
}

/// What a command that has to succeed printed.
pub(crate) fn printed(command: &mut Command) -> String {
    let output = command.output().expect("a program");
    let errors = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{errors}");
    String::from_utf8(output.stdout).expect("text")
}
