//! The frame of every browser test: evidence when it fails, and a quiet console when not.

use std::any::type_name_of_val;
use std::fs;
use std::panic::{AssertUnwindSafe, catch_unwind, resume_unwind};
use std::path::Path;

use crate::browser::Browser;
use crate::console::Entry;
use crate::paths::evidence;
use crate::session::Failure;

/// Runs the body of a test in a browser of its own.
///
/// The pages talk to `server`, which lives until their console has been read: a server that
/// went first would leave failed requests there. A test that fails leaves what its pages
/// showed and logged as `target/browser/<name of the test>.png` and `.log`.
///
/// # Panics
///
/// Panics when the body does, and when a page logged an error that the body did not allow.
#[track_caller]
pub fn in_browser<S, B>(mut server: S, body: B)
where
    B: FnOnce(&Browser, &mut S),
{
    let name = test_name(&body);
    let evidence = evidence().join(name);
    forget(&evidence);
    let browser = Browser::start();
    let outcome = catch_unwind(AssertUnwindSafe(|| {
        body(&browser, &mut server);
        assert_quiet(&browser);
    }));
    if let Err(panic) = outcome {
        if let Err(failure) = keep(&browser, &evidence) {
            eprintln!("the evidence is incomplete: {failure}");
        }
        resume_unwind(panic);
    }
}

/// The name of the function that a closure stands in: `kanban::search::filters::{{closure}}`.
fn test_name<B>(body: &B) -> &'static str {
    let path = type_name_of_val(body).trim_end_matches("::{{closure}}");
    path.rsplit("::").next().unwrap_or(path)
}

fn assert_quiet(browser: &Browser) {
    let errors = browser.errors();
    assert!(
        errors.is_empty(),
        "the console has errors:\n{}",
        lines(&errors)
    );
}

/// Removes the evidence of an earlier failure, which would accuse a test that passes now.
fn forget(evidence: &Path) {
    for extension in ["log", "png", "2.png", "3.png"] {
        // Fails where there is nothing to forget.
        let _ = fs::remove_file(evidence.with_extension(extension));
    }
}

fn keep(browser: &Browser, evidence: &Path) -> Result<(), Failure> {
    let read = browser.read_console();
    let log = lines(&browser.recorded());
    fs::write(evidence.with_extension("log"), log)?;
    read?;
    for (number, page) in browser.windows()?.iter().enumerate() {
        let extension = if number == 0 {
            "png".to_owned()
        } else {
            format!("{}.png", number + 1)
        };
        fs::write(evidence.with_extension(extension), page.picture()?)?;
    }
    Ok(())
}

fn lines(entries: &[Entry]) -> String {
    let lines: Vec<_> = entries.iter().map(ToString::to_string).collect();
    lines.join("\n")
}
