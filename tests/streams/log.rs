//! Pages that come back, and pages that are late.

use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

use futures_util::{FutureExt as _, Stream, StreamExt as _};
use proptest::prelude::*;
use starmark::sse::{Event, EventId, EventLog, PatchElements};

use crate::{COUNT, count};

fn snapshot() -> PatchElements {
    PatchElements::new("all").selector(COUNT)
}

async fn next(page: &mut (impl Stream<Item = Event> + Unpin)) -> String {
    payload(&page.next().await.expect("an event")).to_owned()
}

fn payload(event: &Event) -> &str {
    let elements = event.as_str().split_once("data: elements ");
    elements.map_or("", |(_, elements)| elements.trim_end())
}

fn number(text: &str) -> EventId {
    EventId::new(text).expect("visible ASCII")
}

#[tokio::test]
async fn a_page_that_comes_back_gets_what_it_missed() {
    let log = EventLog::new(3);
    let mut page = log.stream(None, snapshot);
    assert_eq!(next(&mut page).await, "all");
    let seen = log.send(count(1)).id();
    assert_eq!(next(&mut page).await, "1");
    drop(page);
    log.send(count(2));
    log.send(count(3));
    let mut page = log.stream(seen.clone(), snapshot);
    assert_eq!(
        (next(&mut page).await, next(&mut page).await),
        ("2".into(), "3".into())
    );
    assert!(page.next().now_or_never().is_none());
    log.send(count(4));
    assert_eq!(next(&mut page).await, "4");
    // The first event is remembered no more, but the page saw it.
    let mut page = log.stream(seen.clone(), snapshot);
    assert_eq!(next(&mut page).await, "2");
    log.send(count(5));
    let mut page = log.stream(seen, snapshot);
    assert_eq!(next(&mut page).await, "all");
}

#[tokio::test]
async fn ids_of_others_say_nothing() {
    let log = EventLog::new(3);
    log.send(count(1));
    let id = log.send(count(2)).id().expect("an id");
    let (epoch, _) = id.as_str().split_once('-').expect("two parts");
    let of_the_future = format!("{epoch}-3");
    for id in ["7", "x-1", "1-1", "-", &of_the_future] {
        let mut page = log.stream(Some(number(id)), snapshot);
        assert_eq!(next(&mut page).await, "all", "{id}");
    }
    let other = EventLog::new(3);
    assert_ne!(
        other.send(count(1)).id(),
        log.stream(None, snapshot).next().await.expect("one").id()
    );
}

#[tokio::test]
async fn an_id_of_the_event_itself_is_replaced() {
    let log = EventLog::new(1);
    let event = log.send(
        count(1)
            .event_id(number("mine"))
            .retry(Duration::from_secs(9)),
    );
    let id = event.id().expect("an id");
    assert_eq!(
        event.as_str(),
        format!(
            "event: datastar-patch-elements\nid: {id}\nretry: 9000\ndata: selector #count\ndata: elements 1\n\n"
        )
    );
}

#[derive(Debug, Clone)]
enum Step {
    Send,
    Read(usize),
    Reconnect(usize),
}

fn step() -> impl Strategy<Value = Step> {
    prop_oneof![
        3 => Just(Step::Send),
        4 => (0..3_usize).prop_map(Step::Read),
        1 => (0..3_usize).prop_map(Step::Reconnect),
    ]
}

/// A page: what it reads, the last number it knows of, and the id of that.
struct Page<S> {
    events: S,
    seen: usize,
    last: Option<EventId>,
}

impl<S: Stream<Item = Event> + Unpin> Page<S> {
    /// Reads what is there; each event is the next one, or says what came before.
    fn read(&mut self) {
        while let Some(Some(event)) = self.events.next().now_or_never() {
            self.last = event.id();
            let payload = payload(&event);
            match payload.strip_suffix(" and before") {
                Some(number) => self.seen = number.parse().expect("a number"),
                None => {
                    self.seen += 1;
                    assert_eq!(payload, self.seen.to_string());
                }
            }
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(500) })]

    /// Whatever pages do, each sees every event once and in order, or a snapshot that holds those it did not see.
    #[test]
    fn no_event_is_lost(capacity in 0..5_usize, steps in proptest::collection::vec(step(), 0..80)) {
        let log = EventLog::new(capacity);
        let sent = AtomicUsize::new(0);
        let snapshot = || PatchElements::new(format!("{} and before", sent.load(Ordering::SeqCst)));
        let open = |seen, last: Option<EventId>| Page { events: log.stream(last.clone(), snapshot), seen, last };
        let mut pages: Vec<_> = (0..3).map(|_| open(0, None)).collect();
        for step in steps {
            match step {
                Step::Send => {
                    let number = sent.fetch_add(1, Ordering::SeqCst) + 1;
                    log.send(count(number));
                }
                Step::Read(page) => pages[page].read(),
                Step::Reconnect(page) => {
                    pages[page] = open(pages[page].seen, pages[page].last.take());
                }
            }
        }
        for page in &mut pages {
            page.read();
            prop_assert_eq!(page.seen, sent.load(Ordering::SeqCst));
        }
    }
}
