//! A form to sign up with, checked by the server: the name while it is typed, everything when it is sent.
//!
//! `cargo run --example form`, with `PORT` (3000) in the environment. The name `ada` is taken.

#[path = "shell/mod.rs"]
mod shell;

use std::collections::BTreeSet;
use std::error::Error;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use axum::Router;
use axum::extract;
use axum::response::{IntoResponse, Redirect, Response};
use starmark::prelude::*;
use starmark::sse::{ExecuteScript, History, Patch};
use starmark::state::{Session, States};
use tokio::time::sleep;

/// Who has signed up.
type Names = Arc<Mutex<BTreeSet<String>>>;

/// What stands in the fields. The page keeps it, so no answer has to repeat it.
#[derive(Default, Signals)]
struct Fields {
    name: String,
    email: String,
    password: String,
    /// Whether an answer is awaited.
    #[signals(local)]
    sending: bool,
}

/// What is wrong with each field, or nothing.
#[derive(Default, PartialEq)]
struct Problems {
    name: &'static str,
    email: &'static str,
    password: &'static str,
}

impl Fields {
    fn check(&self, names: &BTreeSet<String>) -> Problems {
        let is_address = |(user, host): (&str, &str)| !user.is_empty() && host.contains('.');
        let is_email = self.email.trim().split_once('@').is_some_and(is_address);
        let unless = |is_right: bool, problem| if is_right { "" } else { problem };
        Problems {
            name: match self.name.trim() {
                "" => "Please choose a name.",
                name if name.chars().count() > 20 => "A name has 20 characters at most.",
                name => unless(!names.contains(&name.to_lowercase()), "This name is taken."),
            },
            email: unless(is_email, "This is no address for mail."),
            password: unless(
                self.password.len() >= 8,
                "A password has 8 characters or more.",
            ),
        }
    }
}

#[route(get "/")]
async fn page() -> impl IntoResponse {
    shell::page("Sign up", form(&Problems::default()))
}

/// The form, at first and with what is wrong.
fn form(problems: &Problems) -> Markup {
    let s = Fields::signals();
    html! {
        form #sign-up .card novalidate data-signals=(Fields::default())
            data-on:submit=(sign_up::action()) data-indicator=(s.sending)
        {
            .rows data-on:input__debounce.300ms=(check_name::action()) { (name(problems)) }
            Field id="email" label="Email" kind="email" autocomplete="email" signal=(s.email)
                problem=(problems.email);
            Field id="password" label="Password" kind="password" autocomplete="new-password"
                signal=(s.password) problem=(problems.password);
            .row {
                button.main data-attr:disabled=(s.sending) { "Sign up" }
                span.quiet data-show=(s.sending) { "One moment …" }
            }
        }
    }
}

fn name(problems: &Problems) -> Markup {
    let signal = Fields::signals().name;
    html! {
        Field id="name" label="Name" kind="text" autocomplete="username" signal=(signal)
            problem=(problems.name);
    }
}

#[component]
fn Field(
    id: &str,
    label: &str,
    kind: &str,
    autocomplete: &str,
    signal: Signal<String>,
    problem: &str,
) -> Markup {
    html! {
        label #{ (id) "-field" } {
            (label)
            input id=(id) type=(kind) autocomplete=(autocomplete) data-bind=(signal)
                aria-invalid=(!problem.is_empty()) aria-describedby={ (id) "-problem" };
            small.wrong #{ (id) "-problem" } { (problem) }
        }
    }
}

/// The name as it is typed.
#[route(post "/check")]
async fn check_name(names: extract::State<Names>, Signals(fields): Signals<Fields>) -> Patch {
    let names = names.lock().unwrap_or_else(PoisonError::into_inner);
    Patch::new().elements(name(&fields.check(&names)))
}

#[route(post "/")]
async fn sign_up(
    names: extract::State<Names>,
    session: Session,
    Signals(fields): Signals<Fields>,
) -> Patch {
    let name = fields.name.trim();
    {
        let mut names = names.lock().unwrap_or_else(PoisonError::into_inner);
        let problems = fields.check(&names);
        if problems != Problems::default() {
            return Patch::new().elements(form(&problems));
        }
        names.insert(name.to_lowercase());
    }
    // As long as it takes to send a mail.
    sleep(Duration::from_millis(500)).await;
    session.sign_in(name);
    Patch::new().and(ExecuteScript::navigate(welcome::path(), History::Replace))
}

#[route(get "/welcome")]
async fn welcome(session: Session) -> Response {
    let Some(name) = session.user() else {
        return Redirect::to(page::path().as_ref()).into_response();
    };
    let content = html! { section { p { "You have signed up as " strong { (name) } "." } } };
    shell::page("Welcome", content).into_response()
}

pub(crate) fn site() -> Router {
    let names = Names::new(Mutex::new(BTreeSet::from(["ada".to_owned()])));
    let routes = routes![page, check_name, sign_up, welcome];
    shell::site(routes.with_state(names), States::new())
}

#[tokio::main]
async fn main() -> Result<(), Box<dyn Error>> {
    shell::listen(site()).await
}
