//! The store: a folder of Markdown files is the only state of the board.
//!
//! Nothing is cached, so an editor and the page always agree. An id from the network is compared
//! with the ids in the files and never becomes part of a path; a change by somebody else is never
//! overwritten; a crash leaves the old file or the new one.

use std::collections::HashMap;
use std::ffi::OsStr;
use std::fmt;
use std::fs::{self, File};
use std::io::{self, Read as _, Write as _};
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};

use super::board::{Board, Broken};
use super::document::Document;
use super::ticket::{Status, TicketError, Version};

/// A draft is hidden and does not end in `.md`, so the board never shows one.
const DRAFT: (&str, &str) = (".kanban-", ".draft");

/// A ticket is a page of text; a file beyond this is something else.
const LIMIT: u64 = 1024 * 1024;

/// A folder of tickets.
#[derive(Debug)]
pub(crate) struct Store {
    dir: PathBuf,
    turn: Mutex<()>,
}

/// A file of the folder, read.
struct Entry {
    path: PathBuf,
    bytes: Vec<u8>,
    document: Result<Document, Broken>,
}

impl Store {
    /// Opens a folder and removes the drafts that a crash left in it.
    ///
    /// # Errors
    ///
    /// When the folder does not exist or cannot be listed.
    pub(crate) fn open(dir: impl AsRef<Path>) -> io::Result<Self> {
        let dir = dir.as_ref().canonicalize()?;
        for name in names(&dir, is_draft)? {
            // A draft that stays is invisible, so it is no reason not to open the folder.
            let _ = fs::remove_file(dir.join(name));
        }
        Ok(Self {
            dir,
            turn: Mutex::new(()),
        })
    }

    /// The folder, absolute.
    pub(crate) fn dir(&self) -> &Path {
        &self.dir
    }

    /// Reads the folder. What cannot be read is on the board as broken.
    pub(crate) fn board(&self) -> Board {
        match self.entries() {
            Ok(entries) => {
                let mut broken = Vec::new();
                let documents = entries.into_iter().map(|entry| entry.document);
                let documents = documents.filter_map(|read| read.map_err(|b| broken.push(b)).ok());
                let tickets: Vec<_> = documents.map(|document| document.ticket).collect();
                Board::new(tickets, broken)
            }
            Err(error) => Board::new([], vec![Broken::unreadable(&name_of(&self.dir), &error)]),
        }
    }

    /// Writes another status into the file of a ticket, and changes nothing else in it.
    ///
    /// `seen` is the version of the ticket that the reader decided on.
    ///
    /// # Errors
    ///
    /// See [`MoveError`]. The file is then as it was, unless syncing the folder was what failed.
    pub(crate) fn move_ticket(
        &self,
        id: &str,
        to: Status,
        seen: Version,
    ) -> Result<Moved, MoveError> {
        let _turn = self.turn.lock().unwrap_or_else(PoisonError::into_inner);
        let (entry, document) = self.find(id)?;
        if document.ticket.status == to {
            return Ok(Moved::Unchanged);
        }
        if document.ticket.version != seen {
            return Err(MoveError::Conflict { id: id.to_owned() });
        }
        let file = name_of(&entry.path);
        let moved = document.with_status(&entry.bytes, to);
        let bytes = moved.map_err(|error| MoveError::Malformed(Broken::at(&file, error)))?;
        match self.replace(&entry.path, &bytes, seen) {
            Ok(true) => Ok(Moved::Changed),
            Ok(false) => Err(MoveError::Conflict { id: id.to_owned() }),
            Err(source) => Err(MoveError::Io { file, source }),
        }
    }

    fn find(&self, id: &str) -> Result<(Entry, Document), MoveError> {
        let io = |source| MoveError::Io {
            file: name_of(&self.dir),
            source,
        };
        let mut malformed = None;
        for entry in self.entries().map_err(io)? {
            match &entry.document {
                Ok(document) if document.ticket.id == id => {
                    let document = document.clone();
                    return Ok((entry, document));
                }
                Err(broken) if entry.claims(id) => malformed = Some(broken.clone()),
                _ => {}
            }
        }
        Err(malformed.map_or_else(
            || MoveError::Unknown { id: id.to_owned() },
            MoveError::Malformed,
        ))
    }

    /// The files in the order of their names; the first file with an id has it.
    fn entries(&self) -> io::Result<Vec<Entry>> {
        let mut owners = HashMap::new();
        let mut entries = Vec::new();
        for name in names(&self.dir, is_ticket)? {
            if let Some(mut entry) = Entry::read(self.dir.join(name)) {
                entry.claim_id(&mut owners);
                entries.push(entry);
            }
        }
        Ok(entries)
    }

    /// Puts new bytes in the place of a file; `false` if the file is no longer the one seen.
    ///
    /// No file system renames "only if unchanged": a write that falls between the last look and
    /// the rename, some microseconds, is lost. Everything slower is a conflict.
    fn replace(&self, path: &Path, bytes: &[u8], seen: Version) -> io::Result<bool> {
        let permissions = fs::metadata(path)?.permissions();
        if permissions.readonly() {
            return Err(io::Error::new(
                io::ErrorKind::PermissionDenied,
                "it is read-only",
            ));
        }
        let (prefix, suffix) = DRAFT;
        let mut draft = tempfile::Builder::new()
            .prefix(prefix)
            .suffix(suffix)
            .tempfile_in(&self.dir)?;
        draft.write_all(bytes)?;
        draft.as_file().set_permissions(permissions)?;
        draft.as_file().sync_all()?;
        if read(path)?.is_none_or(|now| Version::of(&now) != seen) {
            return Ok(false);
        }
        draft.persist(path)?;
        sync(&self.dir)?;
        Ok(true)
    }
}

impl Entry {
    /// Reads a file; nothing if it vanished or is no regular file.
    fn read(path: PathBuf) -> Option<Self> {
        let file = name_of(&path);
        let (bytes, document) = match read(&path).transpose()? {
            Ok(bytes) => {
                let document = Document::parse(&bytes).map_err(|error| Broken::at(&file, error));
                (bytes, document)
            }
            Err(error) => (Vec::new(), Err(Broken::unreadable(&file, &error))),
        };
        Some(Self {
            path,
            bytes,
            document,
        })
    }

    fn claim_id(&mut self, owners: &mut HashMap<String, String>) {
        let Ok(document) = &self.document else { return };
        let file = name_of(&self.path);
        if let Some(owner) = owners.get(&document.ticket.id) {
            let id = &document.ticket.id;
            let message = format!("the id `{id}` is already in `{owner}`: write another one");
            let error = TicketError::new(document.id_line, message);
            self.document = Err(Broken::at(&file, error));
        } else {
            owners.insert(document.ticket.id.clone(), file);
        }
    }

    /// Whether a malformed file is about this ticket, by its id or else by its name.
    fn claims(&self, id: &str) -> bool {
        let named = self.path.file_stem() == Some(OsStr::new(id));
        named || Document::claimed_id(&self.bytes).is_some_and(|claimed| claimed == id)
    }
}

/// The names in a folder that pass a test, sorted.
fn names(dir: &Path, wanted: fn(&Path) -> bool) -> io::Result<Vec<PathBuf>> {
    let mut names = Vec::new();
    for entry in fs::read_dir(dir)? {
        let name = PathBuf::from(entry?.file_name());
        if wanted(&name) {
            names.push(name);
        }
    }
    names.sort();
    Ok(names)
}

fn is_ticket(name: &Path) -> bool {
    let hidden = name.as_os_str().as_encoded_bytes().starts_with(b".");
    !hidden && name.extension() == Some(OsStr::new("md"))
}

fn is_draft(name: &Path) -> bool {
    let name = name.to_string_lossy();
    name.starts_with(DRAFT.0) && name.ends_with(DRAFT.1)
}

fn name_of(path: &Path) -> String {
    path.file_name()
        .unwrap_or(path.as_os_str())
        .to_string_lossy()
        .into_owned()
}

/// The bytes of a regular file; nothing if there is none. A link could leave the folder, and a
/// pipe could wait forever, so neither is opened.
fn read(path: &Path) -> io::Result<Option<Vec<u8>>> {
    let mut bytes = Vec::new();
    match open_regular(path) {
        Ok(Some(file)) => file.take(LIMIT + 1).read_to_end(&mut bytes)?,
        Ok(None) => return Ok(None),
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(None),
        Err(error) => return Err(error),
    };
    if bytes.len() as u64 > LIMIT {
        return Err(io::Error::new(
            io::ErrorKind::FileTooLarge,
            "it is larger than 1 MiB",
        ));
    }
    Ok(Some(bytes))
}

fn open_regular(path: &Path) -> io::Result<Option<File>> {
    if fs::symlink_metadata(path)?.is_file() {
        File::open(path).map(Some)
    } else {
        Ok(None)
    }
}

/// A rename survives a power cut only when the folder itself is on the disk.
fn sync(dir: &Path) -> io::Result<()> {
    // Only Unix can open a folder as a file.
    if cfg!(unix) {
        File::open(dir)?.sync_all()
    } else {
        Ok(())
    }
}

/// What a move did.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Moved {
    /// The file has the new status.
    Changed,
    /// The ticket already had this status, in whatever version.
    Unchanged,
}

/// Why a ticket was not moved; the text is for the page.
#[derive(Debug)]
pub(crate) enum MoveError {
    /// No file has this id.
    Unknown {
        /// The id that was asked for.
        id: String,
    },
    /// The file is not the version that was seen.
    Conflict {
        /// The id of the ticket.
        id: String,
    },
    /// The file is no ticket now, or has its status written in a way that cannot be changed.
    Malformed(Broken),
    /// The disk or the permissions are in the way.
    Io {
        /// The name of the file.
        file: String,
        /// What the system said.
        source: io::Error,
    },
}

impl fmt::Display for MoveError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Unknown { id } => write!(f, "There is no ticket {id} on the board any more."),
            Self::Conflict { id } => {
                write!(
                    f,
                    "{id} was changed by somebody else. Look at it again, then move it."
                )
            }
            Self::Malformed(broken) => {
                write!(
                    f,
                    "{} cannot be moved until it is mended: {broken}",
                    broken.file
                )
            }
            Self::Io { file, source } => write!(f, "{file} cannot be written: {source}"),
        }
    }
}

impl std::error::Error for MoveError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            Self::Io { source, .. } => Some(source),
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests;
