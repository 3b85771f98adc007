//! Several processes, each of which runs a test of this program again, with a file to work on.

use std::ffi::OsString;
use std::path::Path;
use std::process::{Child, Command, Stdio};

const FILE: &str = "STARMARK_STORES_FILE";

/// The file that this process is to work on, if it is one of several.
pub(crate) fn file() -> Option<OsString> {
    std::env::var_os(FILE)
}

/// Starts this test again, as a process that finds the file.
pub(crate) fn start(test: &str, file: &Path) -> Child {
    let program = std::env::current_exe().expect("this program");
    again(&program, test, file).spawn().expect("a process")
}

fn again(program: &Path, test: &str, file: &Path) -> Command {
    let mut command = Command::new(program);
    command
        .args(["--exact", test, "--nocapture", "--test-threads=1"])
        .env(FILE, file)
        .stdout(Stdio::piped())
        .stderr(Stdio::inherit());
    command
}

/// The same as a user who may do little, if this one may do all.
#[cfg(target_os = "linux")]
pub(crate) fn output_as_nobody(test: &str, file: &Path) -> String {
    use std::fs::{Permissions, copy, metadata, set_permissions};
    use std::os::unix::fs::{MetadataExt as _, PermissionsExt as _};
    use std::os::unix::process::CommandExt as _;

    // Where the program is, others may not be allowed to look.
    let folder = tempfile::tempdir().expect("a folder");
    let program = folder.path().join("stores");
    copy(std::env::current_exe().expect("this program"), &program).expect("a copy");
    for path in [folder.path(), &program] {
        set_permissions(path, Permissions::from_mode(0o755)).expect("a mode");
    }
    let mut command = again(&program, test, file);
    command.current_dir("/");
    if metadata("/proc/self").expect("this process").uid() == 0 {
        command.uid(65534).gid(65534);
    }
    let output = command.output().expect("its end");
    String::from_utf8(output.stdout).expect("text")
}
