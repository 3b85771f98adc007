//! Whether the addresses of requests are routes.

use std::collections::BTreeMap;

use matchit::Router;

use super::super::Report;
use super::super::element::{Attribute, Element};
use crate::message::nearest;

/// Paths as axum writes them, with their methods.
#[derive(Debug, Default, Clone)]
pub(super) struct Routes {
    router: Router<String>,
    methods: BTreeMap<String, Vec<String>>,
}

impl Routes {
    pub(super) fn add(&mut self, method: &str, path: &str) -> Result<(), String> {
        if !path.starts_with('/') {
            return Err(format!("a path begins with a slash: write `/{path}`"));
        }
        if !self.methods.contains_key(path) {
            let inserted = self.router.insert(path, path.to_owned());
            inserted.map_err(|error| format!("axum refuses this path: {error}"))?;
        }
        let methods = self.methods.entry(path.to_owned()).or_default();
        methods.push(method.to_ascii_uppercase());
        Ok(())
    }

    pub(super) fn check(&self, elements: &[Element<'_>], links: bool, report: &mut Report) {
        if self.methods.is_empty() {
            return;
        }
        for element in elements {
            for (attribute, data) in element.data() {
                for request in data.requests() {
                    let method = request.action.to_ascii_uppercase();
                    let problem = request
                        .address()
                        .and_then(|it| self.problem(&method, it, true));
                    if let Some(message) = problem {
                        report.at(element, attribute, message);
                    }
                }
            }
            if let Some((attribute, method)) = link(element).filter(|_| links)
                && let Some(message) = self.problem(method, attribute.value, false)
            {
                report.at(element, attribute, message);
            }
        }
    }

    /// Why a request does not arrive. Only a path from the root says by itself where it goes.
    fn problem(&self, method: &str, address: &str, is_action: bool) -> Option<String> {
        let path = address.split(['?', '#']).next().unwrap_or_default();
        if !path.starts_with('/') || path.starts_with("//") {
            return None;
        }
        let Ok(found) = self.router.at(path) else {
            return Some(self.unknown(path));
        };
        let methods = &self.methods[found.value];
        if methods.iter().any(|it| it == method || it == "ANY") {
            return None;
        }
        let message = format!("`{path}` takes {}, not {method}", methods.join(" and "));
        Some(match &methods[..] {
            [only] if is_action => format!(
                "{message}: write `@{}('{path}')`",
                only.to_ascii_lowercase()
            ),
            _ => message,
        })
    }

    fn unknown(&self, path: &str) -> String {
        let message = format!("there is no route `{path}`");
        let paths: Vec<_> = self.methods.keys().map(String::as_str).collect();
        match nearest(path, &paths) {
            Some(near) => format!("{message}; did you mean `{near}`?"),
            None => message,
        }
    }
}

/// Where a link or form goes, and by which method.
fn link<'e, 'd>(element: &'e Element<'d>) -> Option<(&'e Attribute<'d>, &'static str)> {
    let attribute = |name: &str| element.attributes.iter().find(|it| it.name == name);
    match element.name {
        "a" | "area" => Some((attribute("href")?, "GET")),
        "form" => {
            let method = element.get("method").unwrap_or_default();
            let posts = method.eq_ignore_ascii_case("post");
            // A dialog is closed, and nothing asked.
            (!method.eq_ignore_ascii_case("dialog"))
                .then_some((attribute("action")?, if posts { "POST" } else { "GET" }))
        }
        _ => None,
    }
}
