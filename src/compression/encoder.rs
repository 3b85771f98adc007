//! One response on its way through a codec: chunks in, flushed bytes out.

use std::io::{self, Write as _};
use std::mem;

use brotli::CompressorWriter;
use brotli::enc::BrotliEncoderParams;
use bytes::Bytes;
use flate2::write::GzEncoder;

use super::budget::{Budget, Reservation};
use super::coding::{Coding, Window};
use super::metrics::Metrics;
use super::zstd::Zstd;

/// Fast enough for each event, and the first quality that finds the last event again.
const BROTLI_QUALITY: i32 = 4;

/// The first level that looks for longer matches; higher ones save nothing on events.
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
                for block in chunk.chunks(BROTLI_BLOCK) {
                    writer.write_all(block)?;
                    writer.flush()?;
                }
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
                for (i, block) in chunk.chunks(BROTLI_BLOCK).enumerate() {
                    if i > 0 {
                        writer.flush()?;
                    }
                    writer.write_all(block)?;
                }
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
