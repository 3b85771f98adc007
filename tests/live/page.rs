//! What a live page is sent.

use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};
use std::time::Duration;

use futures_util::{FutureExt as _, StreamExt as _};
use starmark::PreEscaped;
use starmark::live::{Live, Relay, Topic};
use starmark::sse::{Event, Patch, PatchElements, Selector};
use tokio::sync::Notify;
use tokio::time::timeout;

const A: Topic = Topic::new("a");
const B: Topic = Topic::new("b");

fn shown(id: &str, value: &impl ToString) -> PreEscaped<String> {
    PreEscaped(format!("<b id=\"{id}\">{}</b>", value.to_string()))
}

/// What stands in an event.
fn text(event: &Event) -> &str {
    let (_, text) = event.as_str().split_once('>').expect("an element");
    text.split_once('<').expect("an element").0
}

fn now(page: &mut Live) -> Option<Event> {
    page.next().now_or_never().flatten()
}

#[test]
fn a_page_shows_what_is_and_what_changes() {
    let relay = Relay::new();
    let state = Arc::new(AtomicUsize::new(1));
    let read = Arc::clone(&state);
    let mut page = Live::new().region(&relay, A, async move || {
        shown("n", &read.load(Ordering::SeqCst))
    });
    assert_eq!(text(&now(&mut page).expect("the first view")), "1");
    assert_eq!(now(&mut page), None);
    // The same view is not sent again, nor after notices of something else.
    relay.notify(A);
    assert_eq!(now(&mut page), None);
    state.store(2, Ordering::SeqCst);
    relay.notify(B);
    assert_eq!(now(&mut page), None);
    relay.notify(A);
    assert_eq!(text(&now(&mut page).expect("a change")), "2");
}

#[test]
fn a_change_before_the_first_view_is_in_it() {
    let relay = Relay::new();
    let state = Arc::new(AtomicUsize::new(1));
    let read = Arc::clone(&state);
    let mut page = Live::new().region(&relay, A, async move || {
        shown("n", &read.load(Ordering::SeqCst))
    });
    state.store(2, Ordering::SeqCst);
    relay.notify(A);
    assert_eq!(text(&now(&mut page).expect("the first view")), "2");
    assert_eq!(now(&mut page), None);
}

#[tokio::test]
async fn a_change_during_a_view_makes_one_more() {
    let relay = Relay::new();
    let (state, views) = (Arc::new(AtomicUsize::new(0)), Arc::new(AtomicUsize::new(0)));
    let gate = Arc::new(Notify::new());
    let view = {
        let (state, views, gate) = (state.clone(), views.clone(), gate.clone());
        async move || {
            views.fetch_add(1, Ordering::SeqCst);
            let read = state.load(Ordering::SeqCst);
            gate.notified().await;
            shown("n", &read)
        }
    };
    let mut page = Live::new().region(&relay, A, view);
    assert_eq!(now(&mut page), None);
    for n in 1..=100 {
        state.store(n, Ordering::SeqCst);
        relay.notify(A);
    }
    gate.notify_one();
    let patience = Duration::from_secs(5);
    let first = timeout(patience, page.next()).await.expect("in time");
    assert_eq!(text(&first.expect("the first view")), "0");
    assert_eq!(now(&mut page), None);
    gate.notify_one();
    let second = timeout(patience, page.next()).await.expect("in time");
    assert_eq!(text(&second.expect("the second view")), "100");
    assert_eq!((now(&mut page), views.load(Ordering::SeqCst)), (None, 2));
}

#[test]
fn of_several_events_the_new_ones_are_sent() {
    let relay = Relay::new();
    let state = Arc::new(Mutex::new((1, 1)));
    let read = Arc::clone(&state);
    let view = async move || {
        let (a, b) = *read.lock().expect("no panic");
        let patch = Patch::new().elements(shown("a", &a));
        patch.elements(shown("b", &b))
    };
    let mut page = Live::new().region(&relay, A, view);
    let first: Vec<_> = std::iter::from_fn(|| now(&mut page)).collect();
    assert_eq!(first.len(), 2);
    *state.lock().expect("no panic") = (1, 2);
    relay.notify(A);
    assert_eq!(text(&now(&mut page).expect("the second part")), "2");
    assert_eq!(now(&mut page), None);
}

#[test]
fn regions_have_topics_and_turns_of_their_own() {
    let relay = Relay::new();
    let count = Arc::new(AtomicUsize::new(0));
    let view = |id: &'static str| {
        let count = Arc::clone(&count);
        async move || shown(id, &count.fetch_add(1, Ordering::SeqCst))
    };
    let mut page = Live::new()
        .region(&relay, A, view("a"))
        .region(&relay, B, view("b"));
    let first: Vec<_> = std::iter::from_fn(|| now(&mut page)).collect();
    assert!(first[0].as_str().contains("\"a\"") && first[1].as_str().contains("\"b\""));
    relay.notify(B);
    assert!(now(&mut page).expect("b").as_str().contains("\"b\""));
    assert_eq!(now(&mut page), None);
    // The first region has always something new, which does not keep the second from its turn.
    let mut seen = Vec::new();
    relay.notify(B);
    for _ in 0..4 {
        relay.notify(A);
        seen.push(now(&mut page).expect("an event"));
    }
    assert!(
        seen[..2]
            .iter()
            .any(|event| event.as_str().contains("\"b\""))
    );
}

#[test]
fn a_message_goes_along() {
    let (relay, toasts) = (Relay::<()>::new(), Relay::new());
    let mut page = Live::new()
        .region(&relay, A, async || shown("a", &1))
        .events(&toasts, A.with("ada"));
    assert!(now(&mut page).is_some());
    let toast = Event::from(PatchElements::new("Failed").selector(Selector::new("#toasts")));
    toasts.publish(A.with("bob"), toast.clone());
    assert_eq!(now(&mut page), None);
    toasts.publish(A.with("ada"), toast.clone());
    assert_eq!(now(&mut page), Some(toast));
}

#[test]
fn a_view_that_fails_ends_the_page() {
    let relay = Relay::<()>::new();
    let view = async || Err::<PreEscaped<String>, _>("no database");
    let mut page = Live::new()
        .region(&relay, A, view)
        .region(&relay, A, async || shown("b", &1));
    assert_eq!(page.next().now_or_never(), Some(None));
    assert_eq!(page.next().now_or_never(), Some(None));
    assert_eq!(relay.subscribers(&A), 0);
}
