//! Files: which a folder has, what is in one, and how one is replaced.

use std::fmt::Write as _;
use std::io::{self, Read as _, Write as _};
use std::path::{Path, PathBuf};

use clap::builder::styling::AnsiColor;
use ignore::WalkBuilder;

/// What stands on standard input.
pub(crate) fn standard_input() -> Result<String, String> {
    let mut bytes = Vec::new();
    let read = std::io::stdin().read_to_end(&mut bytes);
    in_utf8("<stdin>", read.map(|_| bytes))
}

/// What stands in a file.
pub(crate) fn text(path: &Path) -> Result<String, String> {
    in_utf8(&path.display().to_string(), std::fs::read(path))
}

fn in_utf8(name: &str, bytes: io::Result<Vec<u8>>) -> Result<String, String> {
    let bytes = bytes.map_err(|error| format!("{name} cannot be read: {error}"))?;
    String::from_utf8(bytes)
        .map_err(|_| format!("{name} is not in UTF-8; convert it to that first"))
}

/// The files of a folder with one of these extensions, that git does not ignore and that are no build results; or the file itself.
pub(crate) fn under(path: &Path, extensions: &[&str]) -> Vec<Result<PathBuf, String>> {
    let mut walk = WalkBuilder::new(path);
    let is_target = |name: &std::ffi::OsStr, depth: usize| depth > 0 && name == "target";
    walk.sort_by_file_path(Path::cmp)
        .filter_entry(move |entry| !is_target(entry.file_name(), entry.depth()));
    let entries = walk.build().filter_map(|entry| match entry {
        Ok(entry) => {
            let is_file = entry.file_type().is_some_and(|kind| kind.is_file());
            let is_named = entry.depth() == 0;
            let extension = entry.path().extension();
            let is_meant = extensions
                .iter()
                .any(|meant| extension == Some((*meant).as_ref()));
            (is_file && (is_named || is_meant)).then(|| Ok(entry.into_path()))
        }
        Err(error) => Some(Err(error.to_string())),
    });
    entries.collect()
}

/// Writes beside the file and renames, so that at no time there is half a file. Its permissions stay.
pub(crate) fn replace(path: &Path, text: &str) -> io::Result<()> {
    // Of a link, the file that it leads to.
    let path = path.canonicalize()?;
    let folder = path.parent().unwrap_or(Path::new("."));
    let mut draft = tempfile::NamedTempFile::new_in(folder)?;
    draft.write_all(text.as_bytes())?;
    draft
        .as_file()
        .set_permissions(path.metadata()?.permissions())?;
    draft.persist(path)?;
    Ok(())
}

/// A diff with colours, which are taken out again where there is no terminal.
pub(crate) fn coloured(diff: &str) -> String {
    let mut out = String::new();
    for line in diff.split_inclusive('\n') {
        let style = match line.as_bytes().first() {
            Some(b'+') => AnsiColor::Green.on_default(),
            Some(b'-') => AnsiColor::Red.on_default(),
            Some(b'@') => AnsiColor::Cyan.on_default(),
            _ => {
                out.push_str(line);
                continue;
            }
        };
        let _ = write!(out, "{style}{line}{style:#}");
    }
    out
}
