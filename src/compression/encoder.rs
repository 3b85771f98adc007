//! One response on its way through a codec: chunks in, flushed bytes out.

use std::io::{self, Write};
use std::mem;

use brotli::CompressorWriter;
use brotli::enc::BrotliEncoderParams;
use bytes::Bytes;
use flate2::write::GzEncoder;

use super::budget::{Budget, Reservation};
use super::coding::{Coding, Window};
use super::metrics::Metrics;
use super::zstd::Zstd;

/// A sixth less is sent for an event than with quality 3, which takes two thirds of the memory.
const BROTLI_QUALITY: i32 = 4;

/// Level 6 sends a hundredth less and takes almost twice the time; level 1 sends more than twice as much.
const GZIP_LEVEL: u32 = 4;

/// How much brotli reads between two flushes: what it keeps for a block grows with it, and never shrinks again.
const BROTLI_BLOCK: usize = 1 << 16;

/// How much brotli writes at a time.
const BROTLI_BUFFER: usize = 1 << 12;

/// The encoder of a response.
pub(super) struct Encoder {
    codec: Codec,
    /// Of this response, and of all.
    metrics: [Metrics; 2],
}

enum Codec {
    Zstd(Zstd),
    // Their stream ends with the first end, so they are there as long as the response is.
    Brotli(Box<CompressorWriter<Vec<u8>>>, Reservation),
    Gzip(Box<GzEncoder<Vec<u8>>>, Reservation),
}

impl Encoder {
    /// An encoder, if there is memory for it.
    ///
    /// What is complete goes through zstd at once, with an encoder that is gone after it, so it needs no budget.
    pub(super) fn new(
        coding: Coding,
        window: Window,
        budget: &Budget,
        is_complete: bool,
        metrics: [Metrics; 2],
    ) -> Option<Self> {
        let reserve = || budget.reserve(coding.memory(window));
        let codec = match coding {
            Coding::Zstd if is_complete => Codec::Zstd(Zstd::new(window, budget)),
            Coding::Zstd => Codec::Zstd(Zstd::open(window, budget)?),
            Coding::Brotli => Codec::Brotli(brotli(window), reserve()?),
            Coding::Gzip => Codec::Gzip(gzip(), reserve()?),
        };
        Some(Self { codec, metrics })
    }

    /// Compresses and flushes: whoever reads what was sent so far has all of `chunk`.
    pub(super) fn flush(&mut self, chunk: &[u8]) -> io::Result<Bytes> {
        let sent = match &mut self.codec {
            Codec::Zstd(zstd) => zstd.flush(chunk)?,
            Codec::Brotli(writer, _) => {
                write_blocks(writer, chunk)?;
                writer.flush()?;
                mem::take(writer.get_mut())
            }
            Codec::Gzip(writer, _) => {
                writer.write_all(chunk)?;
                writer.flush()?;
                mem::take(writer.get_mut())
            }
        };
        Ok(count(&self.metrics, chunk, sent))
    }

    /// Compresses and ends the stream.
    pub(super) fn finish(self, chunk: &[u8]) -> io::Result<Bytes> {
        let sent = match self.codec {
            Codec::Zstd(mut zstd) => zstd.end(chunk)?,
            Codec::Brotli(mut writer, _reservation) => {
                write_blocks(&mut writer, chunk)?;
                writer.into_inner()
            }
            Codec::Gzip(mut writer, _reservation) => {
                writer.write_all(chunk)?;
                writer.finish()?
            }
        };
        Ok(count(&self.metrics, chunk, sent))
    }

    /// Whether it holds memory that it can do without while nothing happens.
    pub(super) fn can_rest(&self) -> bool {
        matches!(&self.codec, Codec::Zstd(zstd) if zstd.is_open())
    }

    /// Gives that memory back.
    pub(super) fn rest(&mut self) -> io::Result<Bytes> {
        let sent = match &mut self.codec {
            Codec::Zstd(zstd) => zstd.end(b"")?,
            Codec::Brotli(..) | Codec::Gzip(..) => Vec::new(),
        };
        Ok(count(&self.metrics, b"", sent))
    }
}

fn count(metrics: &[Metrics], chunk: &[u8], sent: Vec<u8>) -> Bytes {
    for metrics in metrics {
        metrics.count(chunk.len(), sent.len());
    }
    sent.into()
}

/// Writes to brotli, with a flush between two blocks.
fn write_blocks(brotli: &mut impl Write, chunk: &[u8]) -> io::Result<()> {
    for (number, block) in chunk.chunks(BROTLI_BLOCK).enumerate() {
        if number > 0 {
            brotli.flush()?;
        }
        brotli.write_all(block)?;
    }
    Ok(())
}

fn brotli(window: Window) -> Box<CompressorWriter<Vec<u8>>> {
    let parameters = BrotliEncoderParams {
        quality: BROTLI_QUALITY,
        lgwin: window.log().into(),
        ..BrotliEncoderParams::default()
    };
    let writer = CompressorWriter::with_params(Vec::new(), BROTLI_BUFFER, &parameters);
    Box::new(writer)
}

fn gzip() -> Box<GzEncoder<Vec<u8>>> {
    let level = flate2::Compression::new(GZIP_LEVEL);
    Box::new(GzEncoder::new(Vec::new(), level))
}

#[cfg(test)]
mod tests {
    use std::cell::Cell;
    use std::rc::Rc;

    use brotli::enc::combined_alloc::BrotliAlloc;
    use brotli::enc::writer::CompressorWriterCustomAlloc;
    use brotli::{Allocator, HeapAlloc, SliceWrapper as _};

    use super::*;

    /// Counts the bytes that brotli has asked for and not given back.
    #[derive(Clone, Default)]
    struct Counting(Rc<Cell<usize>>);

    impl<T: Clone + Default> Allocator<T> for Counting {
        type AllocatedMemory = <HeapAlloc<T> as Allocator<T>>::AllocatedMemory;

        fn alloc_cell(&mut self, len: usize) -> Self::AllocatedMemory {
            self.0.set(self.0.get() + len * size_of::<T>());
            HeapAlloc::new(T::default()).alloc_cell(len)
        }

        fn free_cell(&mut self, cell: Self::AllocatedMemory) {
            self.0.set(self.0.get() - size_of_val(cell.slice()));
        }
    }

    impl BrotliAlloc for Counting {}

    /// A megabyte of so many different characters, without a pattern.
    fn noise(characters: u32) -> Vec<u8> {
        let mut state = 1_u32;
        let next = || {
            state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            (state >> 20) % characters
        };
        let noise = std::iter::repeat_with(next).take(1 << 20);
        noise.map(|number| number.to_le_bytes()[0]).collect()
    }

    #[test]
    fn brotli_takes_what_is_accounted() {
        for (size, characters) in [(0, 2), (1 << 17, 4), (1 << 20, 64), (1 << 20, 256)] {
            let window = Window::of_event(size);
            let mut counting = Counting::default();
            let buffer = Allocator::<u8>::alloc_cell(&mut counting, BROTLI_BUFFER);
            let quality = BROTLI_QUALITY.unsigned_abs();
            let log = window.log().into();
            let mut writer = CompressorWriterCustomAlloc::new(
                io::sink(),
                buffer,
                counting.clone(),
                quality,
                log,
            );
            for _ in 0..2 {
                write_blocks(&mut writer, &noise(characters)).expect("a sink");
                writer.flush().expect("a sink");
            }
            let (taken, accounted) = (counting.0.get(), Coding::Brotli.memory(window));
            assert!(taken <= accounted, "{taken} of {accounted}");
            assert!(taken > accounted - (100 << 10), "{taken} of {accounted}");
        }
    }
}
