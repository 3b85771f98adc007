//! Users with passwords, and a note of each that only they see, in every browser where they have signed in.
//!
//! `cargo run --example sign_in`, with `PORT` (3000) in the environment. The users are `ada` with the password
//! `difference engine`, and `bob` with `sponge and paint`.

#[path = "shell/mod.rs"]
mod shell;

use std::collections::HashMap;
use std::error::Error;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant};

use argon2::Argon2;
use argon2::password_hash::{PasswordHasher, PasswordVerifier, phc::PasswordHash};
use axum::Form;
use axum::Router;
use axum::extract;
use axum::response::{IntoResponse, Redirect, Response};
use serde::{Deserialize, Serialize};
use starmark::prelude::*;
use starmark::sse::{ExecuteScript, History, Patch};
use starmark::state::{Current, Place, Session, States};
use tokio::task::spawn_blocking;

/// So many tries a name has in a minute.
const TRIES: usize = 5;

/// What each user keeps. The page decides what is in it.
#[derive(Clone, Default, Serialize, Deserialize, Signals, State)]
#[state(user)]
struct Note {
    #[state(adopt)]
    text: String,
}

#[events]
impl Note {}

/// The fields of the form. They are no signals, so that the password goes nowhere else.
#[derive(Deserialize)]
struct Credentials {
    name: String,
    password: String,
}

/// The hashes of passwords, by name, and how often somebody tried, since when.
#[derive(Clone)]
struct Users {
    hashes: Arc<HashMap<&'static str, String>>,
    tries: Arc<Mutex<HashMap<String, (usize, Instant)>>>,
}

impl Users {
    fn new(hashes: HashMap<&'static str, String>) -> Self {
        let (hashes, tries) = (Arc::new(hashes), Arc::default());
        Self { hashes, tries }
    }

    /// Whether the password is right. A name that nobody has takes as long.
    fn verify(&self, Credentials { name, password }: &Credentials) -> bool {
        let hash = self.hashes.get(&**name).or(self.hashes.values().next());
        let hash = hash.and_then(|hash| PasswordHash::new(hash).ok());
        let right = |hash| Argon2::default().verify_password(password.as_bytes(), &hash);
        hash.is_some_and(|hash| right(hash).is_ok()) && self.hashes.contains_key(&**name)
    }

    /// Counts a try, before it is known how it ends; says whether it may go on.
    fn may_try(&self, name: &str) -> bool {
        let mut all = self.tries.lock().unwrap_or_else(PoisonError::into_inner);
        all.retain(|_, (_, since)| since.elapsed() < Duration::from_secs(60));
        let (tries, _) = all.entry(name.to_owned()).or_insert((0, Instant::now()));
        *tries += 1;
        *tries <= TRIES
    }
}

#[route(get "/")]
async fn page(session: Session, note: Option<Current<Note>>) -> Response {
    let (Some(user), Some(note)) = (session.user(), note) else {
        return Redirect::to(door::path().as_ref()).into_response();
    };
    let content = html! {
        (note)
        section {
            label {
                "Only you see this, wherever you sign in."
                textarea #note rows="5" data-bind=(Note::signals().text)
                    data-on:input__debounce.200ms=(Place::<Note>::new().adopt())
                {
                    (note.text)
                }
            }
            .row { button data-on:click=(sign_out::action()) { "Sign out" } }
        }
    };
    shell::page(&format!("The note of {user}"), content).into_response()
}

#[route(get "/sign-in")]
async fn door(session: Session) -> Response {
    match session.user() {
        Some(_) => Redirect::to(page::path().as_ref()).into_response(),
        None => shell::page("Sign in", form("")).into_response(),
    }
}

fn form(problem: &str) -> Markup {
    html! {
        form #sign-in .card data-on:submit=(sign_in::action().form()) {
            label { "Name" input #name name="name" autocomplete="username" required; }
            label {
                "Password"
                input #password type="password" name="password" autocomplete="current-password"
                    required;
            }
            p #problem .wrong role="status" { (problem) }
            .row { button.main { "Sign in" } }
        }
    }
}

#[route(post "/sign-in")]
async fn sign_in(
    users: extract::State<Users>,
    session: Session,
    fields: Form<Credentials>,
) -> Patch {
    let name = fields.name.clone();
    if !users.may_try(&name) {
        return Patch::new().elements(form("Too many tries. Please wait a minute."));
    }
    // It is slow on purpose, and others do not wait for it.
    let right = spawn_blocking(move || users.verify(&fields)).await;
    if !right.unwrap_or(false) {
        return Patch::new().elements(form("The name or the password is wrong."));
    }
    session.sign_in(name);
    Patch::new().and(ExecuteScript::navigate(page::path(), History::Replace))
}

#[route(post "/sign-out")]
async fn sign_out(session: Session) -> Patch {
    session.sign_out();
    Patch::new().and(ExecuteScript::navigate(door::path(), History::Replace))
}

pub(crate) fn site() -> Result<Router, Box<dyn Error>> {
    let hash = |password: &str| Argon2::default().hash_password(password.as_bytes());
    let ada = hash("difference engine")?.to_string();
    let bob = hash("sponge and paint")?.to_string();
    let users = Users::new(HashMap::from([("ada", ada), ("bob", bob)]));
    let routes = routes![page, door, sign_in, sign_out].with_state(users);
    Ok(shell::site(routes, States::new().state::<Note>()))
}

#[tokio::main]
async fn main() -> Result<(), Box<dyn Error>> {
    shell::listen(site()?).await
}
