//! Streams that a page keeps open, followed until they have brought what a test waits for.

use std::fmt::Display;
use std::future::poll_fn;
use std::task::{Context, Poll};

use tokio::time::{Instant, timeout_at};

use super::super::document::NodeId;
use super::super::error::Error;
use super::super::received::Received;
use super::Page;
use super::attributes::data_attributes;
use super::code::statements;

impl Page {
    /// Follows the streams of the page until a condition holds: those that `data-init` opens, and those that
    /// [`start`](Self::start) opened. They stay open, for the next call.
    ///
    /// Each event is applied before the condition is asked again.
    ///
    /// ```
    /// use axum::{Router, routing};
    /// use starmark::prelude::*;
    /// use starmark::sse::{PatchElements, Sse};
    /// use starmark::testing::{Client, Page};
    ///
    /// async fn ticks() -> Sse<impl futures_util::Stream<Item = PatchElements>> {
    ///     let tick = |n: u32| PatchElements::new(html! { p #n { (n) } });
    ///     Sse::new(futures_util::stream::iter((0..).map(tick)))
    /// }
    ///
    /// # tokio::runtime::Builder::new_current_thread().enable_all().build()?.block_on(async {
    /// let index = async || html! { p #n data-init=(get("/ticks")) {} };
    /// let app = Router::new().route("/", routing::get(index)).route("/ticks", routing::get(ticks));
    /// let mut page = Page::open(&Client::new(app), "/").await?;
    /// page.follow(|page| page.text("#n") == "7").await?;
    /// # Ok::<(), starmark::testing::Error>(())
    /// # })?;
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// # Errors
    ///
    /// If the condition does not hold within the [time limit](super::Client::patience) of the client, or when all streams
    /// have ended; the message is the page as it is then. A stream that breaks off is not opened again.
    pub async fn follow(&mut self, mut until: impl FnMut(&Self) -> bool) -> Result<(), Error> {
        let patience = self.client.limit();
        let deadline = Instant::now() + patience;
        self.initialize().await?;
        while !until(self) {
            match timeout_at(deadline, poll_fn(|context| self.poll_streams(context))).await {
                Ok(Some(event)) => self.event(&event)?,
                Ok(None) => return Err(self.problem(&self.ended())),
                Err(_) => {
                    return Err(self.problem(&format!(
                        "what was waited for has not come within {patience:?}"
                    )));
                }
            }
            self.initialize().await?;
        }
        Ok(())
    }

    /// Carries out an action whose response is a stream that goes on, for [`follow`](Self::follow).
    ///
    /// # Errors
    ///
    /// As [`send`](Self::send).
    pub async fn start(&mut self, action: impl Display) -> Result<(), Error> {
        let root = self.document.tree.tree.root().id();
        self.start_at(root, &action.to_string()).await
    }

    /// Runs what `data-init` says, where it has not run yet.
    async fn initialize(&mut self) -> Result<(), Error> {
        let mut waiting = Vec::new();
        for element in self.document.elements() {
            let attributes = data_attributes(element.value())
                .filter(|it| it.plugin == "init" && it.value.contains('@'));
            waiting.extend(attributes.map(|it| (element.id(), it.value.to_owned())));
        }
        for (node, code) in waiting {
            if self.started.insert((node, code.clone())) {
                self.start_at(node, &code).await?;
            }
        }
        Ok(())
    }

    async fn start_at(&mut self, node: NodeId, code: &str) -> Result<(), Error> {
        for statement in statements(code)? {
            let Some(response) = self.run(statement, node, None).await? else {
                continue;
            };
            let kind = response.header("content-type").unwrap_or_default();
            if response.status().as_u16() == 200 && kind.contains("text/event-stream") {
                self.streams.push(response.events());
            } else {
                self.receive(response).await?;
            }
        }
        Ok(())
    }

    /// The next event of any stream; `None` if there is none any more.
    fn poll_streams(&mut self, context: &mut Context<'_>) -> Poll<Option<Received>> {
        let mut at = 0;
        while let Some(stream) = self.streams.get_mut(at) {
            let end = match stream.poll_next(context) {
                Poll::Ready(Ok(Some(event))) => return Poll::Ready(Some(event)),
                Poll::Ready(Ok(None)) => format!("{} has ended", stream.response().name()),
                Poll::Ready(Err(error)) => error.to_string(),
                Poll::Pending => {
                    at += 1;
                    continue;
                }
            };
            self.streams.remove(at);
            self.ends.push(end);
        }
        if self.streams.is_empty() {
            Poll::Ready(None)
        } else {
            Poll::Pending
        }
    }

    fn ended(&self) -> String {
        match &self.ends[..] {
            [] => "the page has no stream: no `data-init` opens one, and `page.start(…)` neither"
                .to_owned(),
            ends => format!(
                "what was waited for has not come, and all streams have ended ({})",
                ends.join("; ")
            ),
        }
    }
}
