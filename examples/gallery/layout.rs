//! The page around a demo: its policy, the sidebar, light or dark, the demo and its source side by side.

use std::sync::LazyLock;

use axum::Router;
use axum::extract::FromRequestParts;
use axum::http::HeaderMap;
use axum::http::request::Parts;
use axum::response::{IntoResponse, Response};
use serde::{Deserialize, Serialize};
use starmark::client::{Directive, Nonce, Policy, script};
use starmark::prelude::*;
use starmark::state::{Alert, Current, StateError};

use crate::demo::Demo;
use crate::demos::DEMOS;
use crate::shell;

/// How this browser wants the gallery to look.
#[derive(Clone, Default, Serialize, Deserialize, Signals, State)]
#[signals(namespace = "gallery")]
pub(crate) struct Look {
    #[signals(skip)]
    theme: Theme,
}

#[derive(Clone, Copy, Default, PartialEq, Serialize, Deserialize, Signals)]
#[serde(rename_all = "lowercase")]
enum Theme {
    #[default]
    System,
    Light,
    Dark,
}

#[events]
impl Look {
    #[event]
    fn choose(&mut self, theme: Theme) {
        self.theme = theme;
    }
}

impl Theme {
    const fn name(self) -> &'static str {
        match self {
            Self::System => "system",
            Self::Light => "light",
            Self::Dark => "dark",
        }
    }
}

/// What the page around the demos keeps to itself.
#[derive(Signals)]
struct Page {
    #[signals(local)]
    theme: Theme,
    /// Whether the sidebar of a narrow page is open.
    #[signals(local)]
    menu: bool,
}

/// The gallery around the page of a demo: an argument of its handler.
pub(crate) struct Gallery {
    /// The demo with the path of the request.
    demo: Option<&'static Demo>,
    look: Current<Look>,
    /// That of the page, for scripts of the demo's own.
    pub(crate) nonce: Nonce,
}

impl<S: Sync> FromRequestParts<S> for Gallery {
    type Rejection = StateError;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, StateError> {
        let path = parts.uri.path();
        Ok(Self {
            demo: DEMOS.iter().find(|demo| demo.path == path),
            look: Current::from_request_parts(parts, state).await?,
            nonce: Nonce::random(),
        })
    }
}

impl Gallery {
    /// The page with this demo.
    pub(crate) fn page(self, demo: impl Render) -> (Policy, Markup) {
        self.page_with(Markup::default(), demo)
    }

    /// The same with more in its head, such as scripts, which carry the nonce.
    ///
    /// A module finds the client as `"datastar"`. It stands before the client, so it runs before any attribute does.
    pub(crate) fn page_with(self, head: impl Render, demo: impl Render) -> (Policy, Markup) {
        let content = html! {
            @if let Some(row) = self.demo {
                header.introduction { h1 { (row.title) } p { (row.text) } }
            }
            .stage {
                section #demo .demo aria-label="Demo" { (Alert) (demo) }
                @if let Some(row) = self.demo { (sources(row)) }
            }
            @if let Some(row) = self.demo { (neighbours(row)) }
        };
        self.document(head, content)
    }

    fn document(self, head: impl Render, content: impl Render) -> (Policy, Markup) {
        let (nonce, theme) = (&self.nonce, self.look.theme);
        let client = shell::client();
        let imports = serde_json::json!({ "imports": { "datastar": client } });
        let page = html! {
            (DOCTYPE)
            html lang="en" data-nonce=(nonce) data-theme=(theme.name()) {
                head {
                    meta charset="utf-8";
                    meta name="viewport" content="width=device-width";
                    title { (self.demo.map_or("Gallery", |demo| demo.title)) " · Starmark" }
                    link rel="icon" href="data:,";
                    link rel="stylesheet" href=(style::path());
                    script type="importmap" nonce=(nonce) { (JsonScript(imports)) }
                    (head)
                    (script(&client).nonce(nonce))
                }
                body {
                    (sidebar(self.demo, theme))
                    main #main { (content) }
                }
            }
        };
        let policy = Policy::new(nonce)
            .and(Directive::new("default-src 'self'"))
            .and(Directive::new("img-src 'self' data:"));
        (policy, page)
    }
}

fn sidebar(here: Option<&Demo>, theme: Theme) -> Markup {
    let s = Page::signals();
    let current = |path: &str| here.is_some_and(|demo| demo.path == path).then_some("page");
    html! {
        header.sidebar data-signals=(Page { theme, menu: false }) {
            .bar {
                a.brand href=(home::path()) { strong { "Starmark" } " gallery" }
                button.menu aria-controls="menu" data-attr:aria-expanded=js!(s.menu.to_string())
                    data-on:click=(s.menu.toggle()) { "Demos" }
            }
            nav #menu data-class:open=(s.menu) {
                @for demo in DEMOS { a href=(demo.path) aria-current=[current(demo.path)] { (demo.title) } }
            }
            (themes(theme))
        }
    }
}

/// The switch between light and dark: the page changes at once, and the next one knows.
fn themes(theme: Theme) -> Markup {
    let s = Page::signals();
    html! {
        fieldset.themes aria-label="Theme" {
            @for it in [Theme::System, Theme::Light, Theme::Dark] {
                label {
                    input type="radio" name="theme" value=(it.name()) checked[it == theme] data-bind=(s.theme)
                        data-on:change=(Look::events().choose(it));
                    (it.name())
                }
            }
        }
    }
}

fn sources(demo: &Demo) -> Markup {
    html! {
        section.sources aria-label="Source" {
            @for source in demo.sources {
                figure {
                    figcaption { span { (source.region) } small { (source.name) } }
                    pre tabindex="0" { code { (source) } }
                }
            }
        }
    }
}

/// The way to the demos before and after this one.
fn neighbours(demo: &Demo) -> Markup {
    let here = DEMOS.iter().position(|it| it.path == demo.path);
    let before = here.and_then(|here| DEMOS.get(here.wrapping_sub(1)));
    let after = here.and_then(|here| DEMOS.get(here + 1));
    html! {
        nav.neighbours aria-label="Neighbours" {
            @if let Some(demo) = before { a rel="prev" href=(demo.path) { "← " (demo.title) } }
            @if let Some(demo) = after { a rel="next" href=(demo.path) { (demo.title) " →" } }
        }
    }
}

#[route(get "/")]
pub(crate) async fn home(gallery: Gallery) -> impl IntoResponse {
    let content = html! {
        header.introduction {
            h1 { "Gallery" }
            p {
                "The examples of " a href="https://data-star.dev/examples" { "Datastar" } ", written in Rust. Each page runs "
                "its demo beside the source that made it, cut out of the file that was compiled."
            }
        }
        ul.demos {
            @for demo in DEMOS { li { a href=(demo.path) { strong { (demo.title) } span { (demo.text) } } } }
        }
    };
    gallery.document(Markup::default(), content)
}

/// The style of the gallery, and those that demos show as their source.
static STYLE: LazyLock<String> = LazyLock::new(|| {
    let sources = DEMOS.iter().flat_map(|demo| demo.sources);
    let styles = sources.filter(|source| source.extension() == "css");
    let mut files: Vec<_> = styles.map(|source| source.file).collect();
    files.dedup();
    [include_str!("style.css"), &files.concat()].concat()
});

#[route(get "/gallery.css")]
pub(crate) async fn style(headers: HeaderMap) -> Response {
    shell::asset(&headers, "text/css; charset=utf-8", STYLE.as_bytes())
}

pub(crate) fn routes() -> Router {
    routes![home, style]
}
