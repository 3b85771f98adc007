//! The official SDK: events around markup that some engine has rendered.

use datastar::prelude::{DatastarEvent, PatchElements};

/// An event as the SDK writes it for any framework.
pub(crate) fn frame(markup: String) -> String {
    DatastarEvent::from(PatchElements::new(markup)).to_string()
}

/// An event as the SDK writes it for axum: the first piece of the response's body.
#[cfg(feature = "heavy")]
pub(crate) fn axum_frame(markup: String) -> String {
    use std::convert::Infallible;
    use std::pin::pin;
    use std::task::{Context, Poll, Waker};

    use axum::body::HttpBody;
    use axum::response::IntoResponse;
    use axum::response::sse::{Event, Sse};

    let event = Event::from(PatchElements::new(markup));
    let events = futures_util::stream::iter([Ok::<_, Infallible>(event)]);
    let body = Sse::new(events).into_response().into_body();
    let mut context = Context::from_waker(Waker::noop());
    let Poll::Ready(Some(Ok(frame))) = pin!(body).poll_frame(&mut context) else {
        panic!("the event is there already");
    };
    let bytes = frame.into_data().expect("a body of events has no trailers");
    #[expect(unsafe_code, reason = "it was text, and to check it would be measured")]
    // SAFETY: the markup was a string, and the SDK adds ASCII.
    unsafe {
        String::from_utf8_unchecked(bytes.into())
    }
}
