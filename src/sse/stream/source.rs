//! Where events come from.

use std::error::Error;
use std::fmt;
use std::pin::Pin;
use std::task::{Context, Poll};
use std::time::Duration;

use futures_core::Stream;
use pin_project_lite::pin_project;
use tokio::sync::{mpsc, watch};
use tokio::time::{MissedTickBehavior, interval};
use tokio_stream::StreamExt as _;
use tokio_stream::wrappers::{IntervalStream, ReceiverStream, WatchStream};

use super::{Event, Sse};

impl Sse<()> {
    /// A stream that is sent what the [`Sender`] is given; `capacity` events at most wait for a slow reader.
    ///
    /// When all senders are gone, the stream ends: the page reconnects, or does not after [`finish`](Sse::finish).
    ///
    /// ```
    /// use starmark::sse::{PatchElements, Selector, Sse};
    ///
    /// # let runtime = tokio::runtime::Builder::new_current_thread().enable_time().build()?;
    /// # runtime.block_on(async {
    /// let (sender, response) = Sse::channel(8);
    /// tokio::spawn(async move {
    ///     for percent in [0, 50, 100] {
    ///         let event = PatchElements::new(percent).selector(Selector::new("#progress"));
    ///         if sender.send(event).await.is_err() {
    ///             break; // The page has gone.
    ///         }
    ///     }
    /// });
    /// let response = response.finish();
    /// # let text = http_body_util::BodyExt::collect(response).await?.to_bytes();
    /// # assert_eq!(text.windows(5).filter(|text| text == b"event").count(), 3);
    /// # Ok::<_, Box<dyn std::error::Error>>(()) })?;
    /// # Ok::<_, Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// # Panics
    ///
    /// If the capacity is zero.
    pub fn channel(capacity: usize) -> (Sender, Sse<ReceiverStream<Event>>) {
        let (sender, receiver) = mpsc::channel(capacity);
        (Sender(sender), Sse::new(ReceiverStream::new(receiver)))
    }

    /// A stream of what `work` sends, which runs as long as the page reads: when the page has gone, it is dropped where it
    /// stands.
    ///
    /// When the work is done, the stream ends: the page reconnects, or does not after [`finish`](Sse::finish).
    ///
    /// ```
    /// use starmark::sse::{PatchElements, Selector, Sse};
    ///
    /// # let runtime = tokio::runtime::Builder::new_current_thread().enable_time().build()?;
    /// # runtime.block_on(async {
    /// let response = Sse::run(async |sender| {
    ///     for percent in [0, 50, 100] {
    ///         let event = PatchElements::new(percent).selector(Selector::new("#progress"));
    ///         let _ = sender.send(event).await;
    ///     }
    /// });
    /// let response = response.finish();
    /// # let text = http_body_util::BodyExt::collect(response).await?.to_bytes();
    /// # assert_eq!(text.windows(5).filter(|text| text == b"event").count(), 3);
    /// # Ok::<_, Box<dyn std::error::Error>>(()) })?;
    /// # Ok::<_, Box<dyn std::error::Error>>(())
    /// ```
    pub fn run<W: Future<Output = ()>>(work: impl FnOnce(Sender) -> W) -> Sse<Working<W>> {
        let (sender, events) = mpsc::channel(1);
        Sse::new(Working {
            work: Some(work(Sender(sender))),
            events,
        })
    }

    /// A stream of the value of a `watch` channel: as it is, and whenever it has changed.
    ///
    /// A value that was replaced before the page could read it is never rendered: the latest wins. When the channel's
    /// sender has gone, the stream ends.
    ///
    /// ```
    /// use starmark::sse::{PatchElements, Selector, Sse};
    /// use tokio::sync::watch;
    ///
    /// # let runtime = tokio::runtime::Builder::new_current_thread().enable_time().build()?;
    /// # runtime.block_on(async {
    /// let (count, counts) = watch::channel(1);
    /// let response = Sse::watch(counts, |n| PatchElements::new(n).selector(Selector::new("#n")));
    /// count.send_replace(2);
    /// count.send_replace(3);
    /// # drop(count);
    /// # let text = http_body_util::BodyExt::collect(response.finish()).await?.to_bytes();
    /// # assert_eq!(text, "event: datastar-patch-elements\ndata: selector #n\ndata: elements 3\n\n");
    /// # Ok::<_, Box<dyn std::error::Error>>(()) })?;
    /// # Ok::<_, Box<dyn std::error::Error>>(())
    /// ```
    pub fn watch<T, E>(
        receiver: watch::Receiver<T>,
        render: impl FnMut(T) -> E,
    ) -> Sse<impl Stream<Item = E>>
    where
        T: Clone + Send + Sync + 'static,
        E: Into<Event>,
    {
        Sse::new(WatchStream::new(receiver).map(render))
    }

    /// A stream of what `render` returns, now and after every `period`; put off, not made up for, while the page is
    /// slow.
    ///
    /// ```
    /// use std::time::Duration;
    /// use starmark::sse::{PatchElements, Selector, Sse};
    ///
    /// # let runtime = tokio::runtime::Builder::new_current_thread().enable_time().build()?;
    /// # let _guard = runtime.enter();
    /// let mut seconds = 0;
    /// let response = Sse::every(Duration::from_secs(1), move || {
    ///     seconds += 1;
    ///     PatchElements::new(seconds).selector(Selector::new("#uptime"))
    /// });
    /// # Ok::<_, std::io::Error>(())
    /// ```
    ///
    /// # Panics
    ///
    /// If the period is zero, or outside of a tokio runtime.
    pub fn every<E: Into<Event>>(
        period: Duration,
        mut render: impl FnMut() -> E,
    ) -> Sse<impl Stream<Item = E>> {
        let mut ticks = interval(period);
        ticks.set_missed_tick_behavior(MissedTickBehavior::Delay);
        Sse::new(IntervalStream::new(ticks).map(move |_| render()))
    }
}

pin_project! {
    /// The return type of [`Sse::run`].
    #[derive(Debug)]
    pub struct Working<W> {
        // `None` when it is done, so that what it holds is let go.
        #[pin]
        work: Option<W>,
        events: mpsc::Receiver<Event>,
    }
}

impl<W: Future<Output = ()>> Stream for Working<W> {
    type Item = Event;

    fn poll_next(self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Event>> {
        let mut this = self.project();
        if let Some(work) = this.work.as_mut().as_pin_mut()
            && work.poll(context).is_ready()
        {
            this.work.set(None);
        }
        this.events.poll_recv(context)
    }
}

/// Sends events to one page.
///
/// It can be cloned, and given to other tasks.
#[derive(Debug, Clone)]
pub struct Sender(mpsc::Sender<Event>);

impl Sender {
    /// Sends an event, once there is room for it.
    ///
    /// # Errors
    ///
    /// If the page has gone.
    pub async fn send(&self, event: impl Into<Event>) -> Result<(), Closed> {
        self.0.send(event.into()).await.map_err(|_| Closed)
    }

    /// Resolves when the page has gone: time to stop working for it.
    pub async fn closed(&self) {
        self.0.closed().await;
    }

    /// Whether the page has gone.
    pub fn is_closed(&self) -> bool {
        self.0.is_closed()
    }
}

/// The page that an event was for has gone.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Closed;

impl fmt::Display for Closed {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the page has gone")
    }
}

impl Error for Closed {}
