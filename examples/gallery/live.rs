//! The small examples of this repository, which run beside the gallery: each is a site with a host of its own.
//!
//! A site has addresses, states and a session. So that none of them gets in another's way, each is at
//! `http://<name>.localhost`, on the gallery's port: every name below `localhost` is this machine
//! (<https://www.rfc-editor.org/rfc/rfc6761#section-6.3>).

use std::collections::HashMap;
use std::error::Error;
use std::sync::Arc;

use axum::Router;
use axum::extract::Request;
use axum::http::{HeaderMap, header};
use tower::ServiceExt as _;

use crate::highlight;

/// An example: a file that runs by itself, too.
pub(crate) struct Example {
    pub(crate) name: &'static str,
    pub(crate) text: &'static str,
    /// What is in its file.
    code: &'static str,
    site: fn() -> Result<Router, Box<dyn Error>>,
}

impl Example {
    /// Its code, in colours.
    pub(crate) fn code(&self) -> highlight::Code<'static> {
        highlight::Code {
            text: self.code,
            keywords: highlight::RUST,
        }
    }
}

macro_rules! examples {
    ($($name:ident $text:literal $file:literal $site:expr;)*) => {
        $(
            // Its `main` is for when it runs by itself, and so is the shell that it brings along.
            #[allow(clippy::duplicate_mod, dead_code)]
            #[path = $file]
            mod $name;
        )*

        pub(crate) const EXAMPLES: &[Example] = &[$(Example {
            name: stringify!($name),
            text: $text,
            code: include_str!($file),
            site: || $site,
        }),*];
    };
}

examples! {
    board "A board that many people move notes about on at once." "../board.rs" board::site();
    chat "Rooms, and what was missed while a page was away." "../chat.rs" Ok(chat::site());
    counter "State of a browser, and of everybody." "../counter.rs" counter::site();
    form "A form that the server checks, while it is typed and when it is sent." "../form.rs" Ok(form::site());
    progress "Work in the background, with progress, cancelled or failed." "../progress.rs"
        Ok(progress::site(progress::App::default()));
    sign_in "Passwords, sessions, and what only one user sees. Ada's password is “difference engine”." "../sign_in.rs"
        sign_in::site();
    storage "What localStorage and sessionStorage keep." "../storage.rs" Ok(storage::site());
    todo "A list that all tabs of a browser show, edited in place." "../todo.rs" Ok(todo::site());
}

/// The gallery for its own hosts, and each example for its own.
pub(crate) fn beside(gallery: Router) -> Result<Router, Box<dyn Error>> {
    let site = |example: &Example| Ok((example.name, (example.site)()?));
    let sites: Result<HashMap<_, _>, Box<dyn Error>> = EXAMPLES.iter().map(site).collect();
    let sites = Arc::new(sites?);
    Ok(Router::new().fallback(async move |request: Request| {
        let site = name(request.headers()).and_then(|name| sites.get(&*name));
        site.unwrap_or(&gallery).clone().oneshot(request).await
    }))
}

/// The host of a request, and its port.
fn host(headers: &HeaderMap) -> Option<(&str, &str)> {
    let host = headers.get(header::HOST)?.to_str().ok()?;
    Some(host.rsplit_once(':').unwrap_or((host, "80")))
}

/// The name of the example that a request is for, as its module has it: a host has no underscores.
fn name(headers: &HeaderMap) -> Option<String> {
    let name = host(headers)?.0.strip_suffix(".localhost")?;
    Some(name.replace('-', "_"))
}

/// Where an example is for those who see the gallery at this host; from another machine, nowhere.
pub(crate) fn address(example: &Example, headers: &HeaderMap) -> Option<String> {
    let (host, port) = host(headers)?;
    let name = example.name.replace('_', "-");
    matches!(host, "localhost" | "127.0.0.1").then(|| format!("http://{name}.localhost:{port}/"))
}

#[cfg(test)]
mod tests {
    use axum::http::{HeaderMap, HeaderValue, header};

    use super::{EXAMPLES, address, name};

    fn at(host: &'static str) -> HeaderMap {
        HeaderMap::from_iter([(header::HOST, HeaderValue::from_static(host))])
    }

    #[test]
    fn an_example_is_found_at_its_address() {
        for example in EXAMPLES {
            let address = address(example, &at("127.0.0.1:3000")).unwrap();
            let host = address
                .strip_prefix("http://")
                .unwrap()
                .trim_end_matches('/');
            let host = HeaderValue::from_str(host).unwrap();
            let headers = HeaderMap::from_iter([(header::HOST, host)]);
            assert_eq!(name(&headers).as_deref(), Some(example.name));
        }
    }

    #[test]
    fn other_hosts_are_the_gallerys() {
        for host in [
            "localhost",
            "127.0.0.1:3000",
            "[::1]:3000",
            "counter.example.org",
            "localhost.evil",
        ] {
            assert_eq!(name(&at(host)), None, "{host}");
        }
        assert_eq!(address(&EXAMPLES[0], &at("gallery.example.org")), None);
        assert_eq!(address(&EXAMPLES[0], &HeaderMap::new()), None);
    }
}
