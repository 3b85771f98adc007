//! A form whose fields the server checks while they are typed.

use axum::Router;
use axum::response::IntoResponse;
use starmark::prelude::*;
use starmark::sse::Patch;

use crate::layout::Gallery;
use crate::people::{PEOPLE, email};

// region: rules
#[derive(Default, Signals)]
struct Person {
    email: String,
    first_name: String,
    last_name: String,
}

impl Person {
    /// What is wrong with the address, the first name and the last name.
    fn problems(&self) -> [Option<&'static str>; 3] {
        let address = self.email.trim().to_lowercase();
        let is_long = |name: &str| name.trim().chars().count() >= 2;
        [
            if PEOPLE.iter().any(|name| email(name) == address) {
                Some("Somebody else has this address.")
            } else {
                (!address.contains('@')).then_some("This is no address for mail.")
            },
            (!is_long(&self.first_name)).then_some("A first name has 2 letters or more."),
            (!is_long(&self.last_name)).then_some("A last name has 2 letters or more."),
        ]
    }
}
// endregion

// region: requests
/// While one types: what is empty is not wrong yet.
#[route(post "/inline-validation/check")]
async fn check(Signals(person): Signals<Person>) -> Patch {
    let mut problems = person.problems();
    let texts = [person.email, person.first_name, person.last_name];
    for (problem, text) in problems.iter_mut().zip(texts) {
        problem.take_if(|_| text.is_empty());
    }
    Patch::new().elements(fields(problems))
}

#[route(post "/inline-validation")]
async fn sign_up(Signals(person): Signals<Person>) -> Patch {
    match person.problems() {
        [None, None, None] => Patch::new().elements(welcome(&person.first_name)),
        problems => Patch::new().elements(fields(problems)),
    }
}
// endregion

// region: page
#[route(get "/inline-validation")]
pub(crate) async fn page(gallery: Gallery) -> impl IntoResponse {
    gallery.page(html! {
        form #sign-up novalidate data-signals=(Person::default())
            data-on:submit=(sign_up::action()) data-on:input__debounce.300ms=(check::action()) {
            (fields([None; 3]))
            p.quiet { (email(PEOPLE[0])) " is taken." }
            .row { button.main { "Sign up" } }
        }
    })
}

fn fields([email, first_name, last_name]: [Option<&str>; 3]) -> Markup {
    let s = Person::signals();
    html! {
        #fields .rows {
            Field id="email" label="Email" signal=(s.email) problem=(email);
            Field id="first-name" label="First name" signal=(s.first_name) problem=(first_name);
            Field id="last-name" label="Last name" signal=(s.last_name) problem=(last_name);
        }
    }
}

#[component]
fn Field(id: &str, label: &str, signal: Signal<String>, problem: Option<&str>) -> Markup {
    html! {
        label {
            (label)
            input id=(id) data-bind=(signal)
                aria-invalid=(problem.is_some()) aria-describedby={ (id) "-problem" };
            small.wrong #{ (id) "-problem" } { (problem) }
        }
    }
}

fn welcome(name: &str) -> Markup {
    html! {
        #sign-up .rows {
            p { "Welcome, " strong { (name) } "!" }
            .row { a href=(page::path()) { "Again" } }
        }
    }
}
// endregion

pub(super) fn routes() -> Router {
    routes![page, check, sign_up]
}
