//! Work that goes on after the answer.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::pin::Pin;
use std::task::{Context, Poll};
use std::time::Duration;

use pin_project_lite::pin_project;
use tokio_util::task::TaskTracker;

use crate::report;
use crate::sse::NoContent;

/// Work that commands leave behind, which is waited for when the program stops.
///
/// A command answers at once, and works on; how it ended, pages see by what it has changed, or by an event that it
/// sends them. A clone is the same tasks.
///
/// ```
/// use std::time::Duration;
/// use starmark::live::{Relay, Tasks, Topic};
/// use starmark::sse::NoContent;
///
/// const ORDERS: Topic = Topic::new("orders");
///
/// fn order(tasks: &Tasks, relay: Relay) -> NoContent {
///     tasks.spawn(async move {
///         // Ask the bank, write to the database …
///         relay.notify(ORDERS);
///     })
/// }
///
/// # let runtime = tokio::runtime::Builder::new_current_thread().enable_time().build()?;
/// # runtime.block_on(async {
/// let (tasks, relay) = (Tasks::new(), Relay::new());
/// let mut orders = relay.subscribe(ORDERS);
/// order(&tasks, relay.clone());
///
/// // When the server has stopped.
/// assert_eq!(tasks.drain(Duration::from_secs(10)).await, 0);
/// assert!(orders.try_recv().is_some());
/// # });
/// # Ok::<_, std::io::Error>(())
/// ```
#[derive(Debug, Clone, Default)]
pub struct Tasks(TaskTracker);

impl Tasks {
    /// No tasks yet.
    pub fn new() -> Self {
        Self::default()
    }

    /// Runs `work` beside everything else, and returns the answer of a command that needs no other: 204.
    ///
    /// A panic ends this work only, and is reported.
    ///
    /// # Panics
    ///
    /// Outside of a tokio runtime.
    pub fn spawn(&self, work: impl Future<Output = ()> + Send + 'static) -> NoContent {
        self.0.spawn(Reported { work });
        NoContent
    }

    /// Waits for all work to end, but not longer than this; returns how much is left, which goes on.
    pub async fn drain(&self, limit: Duration) -> usize {
        self.0.close();
        let _ = tokio::time::timeout(limit, self.0.wait()).await;
        self.0.reopen();
        self.0.len()
    }
}

pin_project! {
    /// Work whose panic is not the end of its thread.
    struct Reported<W> {
        #[pin]
        work: W,
    }
}

impl<W: Future<Output = ()>> Future for Reported<W> {
    type Output = ();

    fn poll(self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<()> {
        let work = self.project().work;
        // What it was working on goes with it.
        catch_unwind(AssertUnwindSafe(|| work.poll(context))).unwrap_or_else(|panic| {
            report::panicked("work in the background panicked", &*panic);
            Poll::Ready(())
        })
    }
}
