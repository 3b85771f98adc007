//! The folder as people and editors leave it, and moves that lose nothing.

use std::fs;
use std::sync::Arc;
use std::thread;

use tempfile::TempDir;

use super::*;

fn ticket(id: &str, status: Status) -> String {
    format!("---\nid: {id}\ntitle: About {id}\nstatus: {status} # keep\npriority: low\n---\nBody\n")
}

fn folder(files: &[(&str, &str)]) -> (TempDir, Store) {
    let dir = tempfile::tempdir().expect("a temporary folder");
    for (name, text) in files {
        fs::write(dir.path().join(name), text).expect("a file");
    }
    let store = Store::open(dir.path()).expect("a store");
    (dir, store)
}

fn one() -> (TempDir, Store) {
    folder(&[("any-name.md", &ticket("web-1", Status::Todo))])
}

fn seen(store: &Store, id: &str) -> Version {
    let board = store.board();
    let mut tickets = Status::ALL
        .into_iter()
        .flat_map(|status| board.column(status));
    tickets
        .find(|ticket| ticket.id == id)
        .expect("the ticket")
        .version
}

fn problems(store: &Store) -> Vec<(String, String)> {
    let board = store.board();
    board
        .broken()
        .iter()
        .map(|broken| (broken.file.clone(), broken.to_string()))
        .collect()
}

fn names_in(dir: &TempDir) -> Vec<String> {
    let entries = fs::read_dir(dir.path()).expect("a list");
    entries
        .map(|entry| {
            entry
                .expect("an entry")
                .file_name()
                .to_string_lossy()
                .into_owned()
        })
        .collect()
}

#[test]
fn a_folder_must_exist() {
    assert!(Store::open("/nowhere/at/all").is_err());
    let file = tempfile::NamedTempFile::new().expect("a file");
    assert!(Store::open(file.path()).is_err());
}

#[test]
fn only_visible_markdown_files_count() {
    let text = ticket("web-1", Status::Todo);
    let (dir, store) = folder(&[
        ("a.md", &text),
        (".hidden.md", "x"),
        (".md", "x"),
        ("a.md~", "x"),
        ("b.txt", "x"),
        (".#a.md", "x"),
    ]);
    fs::create_dir(dir.path().join("folder.md")).unwrap();
    fs::create_dir(dir.path().join("deep")).unwrap();
    fs::write(dir.path().join("deep/c.md"), "x").unwrap();
    assert_eq!((store.board().total(), problems(&store)), (1, vec![]));
}

#[cfg(unix)]
#[test]
fn links_are_not_followed() {
    let (dir, store) = one();
    let outside = tempfile::tempdir().unwrap();
    let secret = outside.path().join("secret.md");
    fs::write(&secret, ticket("secret", Status::Todo)).unwrap();
    std::os::unix::fs::symlink(&secret, dir.path().join("link.md")).unwrap();
    std::os::unix::fs::symlink("gone", dir.path().join("dangling.md")).unwrap();
    assert_eq!((store.board().total(), problems(&store)), (1, vec![]));
}

#[test]
fn malformed_files_and_repeated_ids_are_broken() {
    let text = ticket("web-1", Status::Todo);
    let second = text.replacen("id:", "# second\nid:", 1);
    let (_dir, store) = folder(&[("b.md", &second), ("a.md", &text), ("c.md", "# No\n")]);
    let broken = problems(&store);
    assert_eq!(store.board().total(), 1);
    assert_eq!(
        broken[0],
        (
            "b.md".into(),
            "line 3: the id `web-1` is already in `a.md`: write another one".into()
        )
    );
    assert!(broken[1].1.starts_with("line 1: there is no front matter"));
}

#[test]
fn a_file_that_is_too_large_is_broken() {
    let (dir, store) = one();
    let file = fs::File::create(dir.path().join("huge.md")).unwrap();
    file.set_len(LIMIT + 1).unwrap();
    assert_eq!(
        problems(&store),
        [(
            "huge.md".into(),
            "cannot be read: it is larger than 1 MiB".into()
        )]
    );
}

#[test]
fn a_folder_that_is_gone_is_broken() {
    let (dir, store) = one();
    drop(dir);
    assert_eq!(store.board().total(), 0);
    assert!(problems(&store)[0].1.starts_with("cannot be read: "));
    let error = store
        .move_ticket("web-1", Status::Done, Version::of(b""))
        .unwrap_err();
    assert!(matches!(error, MoveError::Io { .. }), "{error}");
}

#[test]
fn a_move_changes_the_status_and_nothing_else() {
    let (dir, store) = one();
    let version = seen(&store, "web-1");
    assert_eq!(
        store.move_ticket("web-1", Status::Review, version).unwrap(),
        Moved::Changed
    );
    let text = fs::read_to_string(dir.path().join("any-name.md")).unwrap();
    assert_eq!(text, ticket("web-1", Status::Review));
    assert_eq!(names_in(&dir), ["any-name.md"]);
    assert_eq!(store.board().count(Status::Review), 1);
}

#[test]
fn a_move_to_the_same_column_writes_nothing() {
    let (dir, store) = one();
    let path = dir.path().join("any-name.md");
    let before = fs::metadata(&path).unwrap().modified().unwrap();
    let stale = Version::of(b"a double click");
    assert_eq!(
        store.move_ticket("web-1", Status::Todo, stale).unwrap(),
        Moved::Unchanged
    );
    assert_eq!(fs::metadata(&path).unwrap().modified().unwrap(), before);
}

#[test]
fn a_second_writer_wins() {
    let (dir, store) = one();
    let version = seen(&store, "web-1");
    let path = dir.path().join("any-name.md");
    let edited = ticket("web-1", Status::Todo) + "More.\n";
    fs::write(&path, &edited).unwrap();
    let error = store
        .move_ticket("web-1", Status::Done, version)
        .unwrap_err();
    assert!(matches!(error, MoveError::Conflict { .. }));
    assert!(
        error
            .to_string()
            .starts_with("web-1 was changed by somebody else.")
    );
    assert_eq!(fs::read_to_string(&path).unwrap(), edited);
}

#[test]
fn a_writer_between_the_two_looks_wins() {
    let (dir, store) = one();
    let path = store.dir().join("any-name.md");
    assert!(
        !store
            .replace(&path, b"new", Version::of(b"an older file"))
            .unwrap()
    );
    assert_eq!(
        fs::read_to_string(&path).unwrap(),
        ticket("web-1", Status::Todo)
    );
    assert_eq!(names_in(&dir), ["any-name.md"]);
}

#[test]
fn an_id_is_never_a_path() {
    let (_dir, store) = one();
    for id in [
        "../secret",
        "any-name",
        "any-name.md",
        "",
        ".",
        "/etc/passwd",
        "web-1\0",
    ] {
        let error = store
            .move_ticket(id, Status::Done, Version::of(b""))
            .unwrap_err();
        assert!(matches!(error, MoveError::Unknown { .. }), "{id}");
    }
}

#[test]
fn a_ticket_that_became_malformed_says_where() {
    let (dir, store) = one();
    let version = seen(&store, "web-1");
    let text = ticket("web-1", Status::Todo).replace("priority: low", "priority: asap");
    fs::write(dir.path().join("any-name.md"), text).unwrap();
    let error = store
        .move_ticket("web-1", Status::Done, version)
        .unwrap_err();
    let expected =
        "any-name.md cannot be moved until it is mended: line 5: unknown priority `asap`";
    assert!(error.to_string().starts_with(expected), "{error}");
}

#[test]
fn moves_take_turns() {
    let (dir, store) = one();
    let store = Arc::new(store);
    let version = seen(&store, "web-1");
    let movers = [Status::Doing, Status::Review, Status::Done].map(|to| {
        let store = Arc::clone(&store);
        thread::spawn(move || store.move_ticket("web-1", to, version).is_ok())
    });
    let winners = movers.into_iter().map(|mover| mover.join().unwrap());
    assert_eq!(winners.filter(|&won| won).count(), 1);
    assert_eq!(names_in(&dir), ["any-name.md"]);
}

#[test]
fn stale_drafts_are_removed_and_never_shown() {
    let (dir, store) = folder(&[
        (".kanban-x1.draft", "half"),
        (".kanban-keep.md", "x"),
        ("x.draft", "x"),
    ]);
    assert_eq!(store.board(), Board::default());
    let mut names = names_in(&dir);
    names.sort();
    assert_eq!(names, [".kanban-keep.md", "x.draft"]);
}

#[cfg(unix)]
#[test]
fn permissions_are_kept_and_respected() {
    use std::os::unix::fs::PermissionsExt as _;
    let (dir, store) = one();
    let path = dir.path().join("any-name.md");
    fs::set_permissions(&path, fs::Permissions::from_mode(0o640)).unwrap();
    store
        .move_ticket("web-1", Status::Doing, seen(&store, "web-1"))
        .unwrap();
    assert_eq!(
        fs::metadata(&path).unwrap().permissions().mode() & 0o777,
        0o640
    );
    fs::set_permissions(&path, fs::Permissions::from_mode(0o440)).unwrap();
    let error = store
        .move_ticket("web-1", Status::Done, seen(&store, "web-1"))
        .unwrap_err();
    assert_eq!(
        error.to_string(),
        "any-name.md cannot be written: it is read-only"
    );
}

#[test]
fn the_tickets_of_this_example_have_one_mistake() {
    let dir = concat!(env!("CARGO_MANIFEST_DIR"), "/examples/kanban/tickets");
    let store = Store::open(dir).expect("the tickets of this example");
    let broken = problems(&store);
    assert_eq!(broken.len(), 1, "{broken:?}");
    assert_eq!(broken[0].0, "broken-example.md");
    assert!(
        Status::ALL
            .iter()
            .all(|&status| store.board().count(status) >= 5)
    );
}
