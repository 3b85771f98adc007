//! Work in the background: a page starts it, every page sees how far it is and can cancel it.
//!
//! `cargo run --example progress`, with `PORT` (3000) in the environment. Open it twice, and close one of them.

#[path = "shell/mod.rs"]
mod shell;

use std::error::Error;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use axum::Router;
use axum::extract::State;
use axum::response::IntoResponse;
use starmark::live::{Live, Relay, Tasks, Topic};
use starmark::prelude::*;
use starmark::sse::{Event, Mode, NoContent, PatchElements, Sse};
use starmark::state::States;
use tokio::time::sleep;

const JOB: Topic = Topic::new("job");
const TOASTS: Topic = Topic::new("toasts");
const TOAST_LIST: Id = id!("toasts");

#[derive(Clone, Default)]
pub(crate) struct App {
    job: Arc<Mutex<Job>>,
    changes: Relay,
    toasts: Relay<Event>,
    tasks: Tasks,
}

#[derive(Default)]
struct Job {
    number: u64,
    percent: u32,
    is_running: bool,
    status: &'static str,
}

impl Job {
    fn end(&mut self, status: &'static str) {
        (self.is_running, self.status) = (false, status);
    }
}

impl App {
    fn job(&self) -> MutexGuard<'_, Job> {
        self.job.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Changes the job, if it is this one and runs, and tells the pages; says whether it did.
    fn change(&self, number: u64, change: impl FnOnce(&mut Job)) -> bool {
        let mut job = self.job();
        let is_running = job.number == number && job.is_running;
        if is_running {
            change(&mut job);
            self.changes.notify(JOB);
        }
        is_running
    }

    async fn run(self, number: u64, fails: bool) {
        for percent in 1..=100 {
            sleep(Duration::from_millis(50)).await;
            if fails && percent == 40 {
                self.change(number, |job| job.end("Failed."));
                return self.toast("The job failed: the disk is full.");
            }
            if !self.change(number, |job| job.percent = percent) {
                return;
            }
        }
        self.change(number, |job| job.end("Done."));
    }

    fn toast(&self, text: &str) {
        let toast = html! { li role="status" data-init__delay.10s=js!(el.remove()) { (text) } };
        let patch = PatchElements::new(toast)
            .selector(TOAST_LIST)
            .mode(Mode::Append);
        self.toasts.publish(TOASTS, patch.into());
    }
}

#[route(get "/")]
async fn page(State(app): State<App>) -> impl IntoResponse {
    let content = html! {
        ul id=(TOAST_LIST) .toasts aria-live="polite" {}
        section data-init=(follow::action()) {
            (view(&app.job()))
            .row {
                button.main #start data-on:click=(start::action(false)) { "Start" }
                button #fail data-on:click=(start::action(true)) { "Start one that fails" }
            }
        }
    };
    shell::page("A job", content)
}

fn view(job: &Job) -> Markup {
    html! {
        #job .rows {
            progress max="100" value=(job.percent) aria-label="The job" {}
            .row {
                span #status .grows { (job.status) } span #percent { (job.percent) " %" }
                button #cancel disabled[!job.is_running]
                    data-on:click=(cancel::action(job.number))
                {
                    "Cancel"
                }
            }
        }
    }
}

/// The job as it is, whenever it changes, and what is said by the way.
#[route(get "/job", stream)]
async fn follow(State(app): State<App>) -> impl IntoResponse {
    let (changes, toasts) = (app.changes.clone(), app.toasts.clone());
    let page = Live::new().region(&changes, JOB, move || async move { view(&app.job()) });
    Sse::new(page.events(&toasts, TOASTS))
}

#[route(post "/start/{fails}")]
async fn start(State(app): State<App>, fails: bool) -> NoContent {
    let mut job = app.job();
    if job.is_running {
        return NoContent;
    }
    (job.number, job.percent) = (job.number + 1, 0);
    (job.is_running, job.status) = (true, "Working …");
    app.changes.notify(JOB);
    app.tasks.spawn(app.clone().run(job.number, fails))
}

#[route(post "/cancel/{number}")]
async fn cancel(State(app): State<App>, number: u64) -> NoContent {
    app.change(number, |job| job.end("Cancelled."));
    NoContent
}

pub(crate) fn site(app: App) -> Router {
    let routes = routes![page, follow, start, cancel].with_state(app);
    shell::site(routes, States::new())
}

#[tokio::main]
async fn main() -> Result<(), Box<dyn Error>> {
    let app = App::default();
    shell::listen(site(app.clone())).await?;
    app.tasks.drain(Duration::from_secs(10)).await;
    Ok(())
}
