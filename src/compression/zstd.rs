//! Zstandard, whose stream may be several frames: an idle one gives its encoder back.
//!
//! A frame that ends is followed by another in browsers as in the standard, so the encoder can go whenever nothing is
//! sent, and come back with the next event. When the budget is used up by then, each event becomes a frame of its own,
//! and its encoder lives no longer than that takes.
//! <https://www.rfc-editor.org/rfc/rfc8878#section-3.1>

use std::io;

use zstd_safe::zstd_sys::ZSTD_EndDirective::{self, ZSTD_e_end, ZSTD_e_flush};
use zstd_safe::{CCtx, CParameter, InBuffer, OutBuffer};

use super::Coding;
use super::budget::{Budget, Reservation};
use super::coding::Window;

/// Six times as fast as brotli with a quarter of its memory, and within a few bytes of level 3 on events.
const LEVEL: i32 = 1;

/// The stream of one response.
pub(super) struct Zstd {
    encoder: Option<(Encoder, Reservation)>,
    window: Window,
    budget: Budget,
}

impl Zstd {
    /// A stream whose encoder is there from the start, if the budget has room for it.
    pub(super) fn open(window: Window, budget: &Budget) -> Option<Self> {
        let mut zstd = Self::new(window, budget);
        zstd.encoder = zstd.reserved()?.ok();
        zstd.encoder.is_some().then_some(zstd)
    }

    /// A stream whose encoder is made when there is something to compress.
    pub(super) fn new(window: Window, budget: &Budget) -> Self {
        Self {
            encoder: None,
            window,
            budget: budget.clone(),
        }
    }

    fn reserved(&self) -> Option<io::Result<(Encoder, Reservation)>> {
        let reservation = self.budget.reserve(Coding::Zstd.memory(self.window))?;
        Some(Encoder::new(self.window).map(|encoder| (encoder, reservation)))
    }

    pub(super) fn is_open(&self) -> bool {
        self.encoder.is_some()
    }

    /// Compresses and flushes.
    pub(super) fn flush(&mut self, chunk: &[u8]) -> io::Result<Vec<u8>> {
        if self.encoder.is_none() {
            if let Some(frame) = comment_frame(chunk) {
                return Ok(frame);
            }
            self.encoder = self.reserved().transpose()?;
        }
        match &mut self.encoder {
            Some((encoder, _)) => encoder.run(chunk, ZSTD_e_flush),
            None => Encoder::new(self.window)?.run(chunk, ZSTD_e_end),
        }
    }

    /// Compresses, ends the frame and lets the encoder go.
    pub(super) fn end(&mut self, chunk: &[u8]) -> io::Result<Vec<u8>> {
        match self.encoder.take() {
            Some((mut encoder, _)) => encoder.run(chunk, ZSTD_e_end),
            None if chunk.is_empty() => Ok(Vec::new()),
            None => Encoder::new(self.window)?.run(chunk, ZSTD_e_end),
        }
    }
}

/// A context of the library.
struct Encoder(CCtx<'static>);

impl Encoder {
    fn new(window: Window) -> io::Result<Self> {
        let mut context = CCtx::try_create().ok_or(io::ErrorKind::OutOfMemory)?;
        let parameters = [
            CParameter::CompressionLevel(LEVEL),
            CParameter::WindowLog(window.log().into()),
        ];
        for parameter in parameters {
            context.set_parameter(parameter).map_err(error)?;
        }
        Ok(Self(context))
    }

    fn run(&mut self, chunk: &[u8], end: ZSTD_EndDirective) -> io::Result<Vec<u8>> {
        let mut input = InBuffer::around(chunk);
        let mut out = Vec::with_capacity(chunk.len() / 8 + 64);
        loop {
            let filled = out.len();
            let mut room = OutBuffer::around_pos(&mut out, filled);
            let left = self.0.compress_stream2(&mut room, &mut input, end);
            // It also says that nothing is left when the room is full before the input has been read.
            if left.map_err(error)? == 0 && input.pos() == chunk.len() {
                return Ok(out);
            }
            out.reserve(out.capacity());
        }
    }
}

fn error(code: zstd_safe::ErrorCode) -> io::Error {
    io::Error::other(zstd_safe::get_error_name(code))
}

/// A frame of nothing but `chunk`, if that is a short comment: without an encoder, and nine bytes longer.
/// <https://www.rfc-editor.org/rfc/rfc8878#section-3.1.1>
fn comment_frame(chunk: &[u8]) -> Option<Vec<u8>> {
    let size = u8::try_from(chunk.len()).ok()?;
    if !is_comment(chunk) {
        return None;
    }
    // The magic number, a header with one byte for the size of the content, and the header of a last, raw block.
    let block = u16::from(size) << 3 | 1;
    let mut frame = vec![0x28, 0xb5, 0x2f, 0xfd, 0x20, size];
    frame.extend(block.to_le_bytes());
    frame.push(0);
    frame.extend(chunk);
    Some(frame)
}

/// Whether an event stream says nothing here: comments keep a connection alive, not an encoder.
/// <https://html.spec.whatwg.org/multipage/server-sent-events.html#parsing-an-event-stream>
pub(super) fn is_comment(chunk: &[u8]) -> bool {
    let mut lines = chunk.split(|byte| matches!(byte, b'\n' | b'\r'));
    lines.all(|line| line.is_empty() || line[0] == b':')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_encoder_takes_what_is_accounted() {
        for size in [1 << 16, 1 << 17, 1 << 18, 1 << 19] {
            let window = Window::of_event(size);
            let mut encoder = Encoder::new(window).expect("memory");
            encoder.run(b"an event", ZSTD_e_flush).expect("bytes");
            let accounted = Coding::Zstd.memory(window);
            let taken = encoder.0.sizeof();
            assert!(taken <= accounted, "{taken} of {accounted}");
            assert!(taken > accounted - (16 << 10), "{taken} of {accounted}");
        }
    }

    #[test]
    fn a_comment_needs_no_encoder() {
        let frame = comment_frame(b":\n\n").expect("a comment");
        assert_eq!(frame, b"\x28\xb5\x2f\xfd\x20\x03\x19\0\0:\n\n");
        let long = [b':'; 255];
        let mut decoded = Vec::with_capacity(300);
        for comment in [&b":\n\n"[..], b"", b"\n", b": a\r: b\r\n\r\n", &long] {
            let frame = comment_frame(comment).expect("a comment");
            zstd_safe::decompress(&mut decoded, &frame).expect("a frame");
            assert_eq!(decoded, comment);
        }
        for event in [&b"data: a\n\n"[..], b":\ndata: a\n\n", b" :", &[b':'; 256]] {
            assert_eq!(comment_frame(event), None);
        }
    }

    #[test]
    fn incompressible_events_outgrow_the_room() {
        let window = Window::of_event(0);
        let mut noise = 1_u32;
        let event: Vec<u8> = std::iter::repeat_with(|| {
            noise = noise.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            noise.to_be_bytes()[0]
        })
        .take(1 << 20)
        .collect();
        for end in [ZSTD_e_flush, ZSTD_e_end] {
            let mut encoder = Encoder::new(window).expect("memory");
            let mut sent = encoder.run(&event, end).expect("bytes");
            sent.extend(encoder.run(b"", ZSTD_e_end).expect("the end"));
            let mut decoded = Vec::with_capacity(event.len());
            zstd_safe::decompress(&mut decoded, &sent).expect("frames");
            assert!(decoded == event);
        }
    }
}
