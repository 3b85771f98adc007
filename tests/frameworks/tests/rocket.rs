//! The limit of signals, from where Rocket has its limits.

use rocket::http::{Header, Status};
use rocket::local::blocking::Client;
use rocket::{Config, post, routes};
use starmark::Signals;
use starmark::signals::ReadSignalsError;

#[derive(Signals)]
struct Form {
    text: String,
}

#[post("/", data = "<form>")]
fn length(form: Result<Signals<Form>, ReadSignalsError>) -> Result<String, ReadSignalsError> {
    let Signals(form) = form?;
    Ok(form.text.len().to_string())
}

/// The status for a text of this length, and the length.
fn post(client: &Client, length: usize) -> (Status, Option<String>) {
    let text = "x".repeat(length);
    let answer = client
        .post("/")
        .header(Header::new("content-type", "application/json"))
        .header(Header::new("datastar-request", "true"))
        .body(format!("{{\"text\":\"{text}\"}}"))
        .dispatch();
    (answer.status(), answer.into_string())
}

#[test]
fn the_configuration_has_the_limit() {
    let config = Config::figment().merge(("limits.signals", "1 KiB"));
    let site = rocket::custom(config).mount("/", routes![length]);
    let client = Client::untracked(site).expect("a site");
    assert_eq!(post(&client, 1000), (Status::Ok, Some("1000".to_owned())));
    let refused = "the signals are too large".to_owned();
    assert_eq!(
        post(&client, 1024),
        (Status::PayloadTooLarge, Some(refused))
    );
}
