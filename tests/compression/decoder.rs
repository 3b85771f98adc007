//! Decoders that are fed piece by piece, as a browser is.
//!
//! That of brotli is driven by hand: its writer keeps back what its buffer cannot hold.

use std::io::Write as _;
use std::mem;

use brotli::{BrotliDecompressStream, BrotliResult, BrotliState, HeapAlloc, HuffmanCode};
use flate2::write::GzDecoder;
use starmark::compression::Coding;
use zstd_safe::{DCtx, DParameter, InBuffer, OutBuffer};

/// Above this, zstd's decoder refuses as browsers do above 23.
const WINDOW_LOG: u32 = 20;

type Brotli = BrotliState<HeapAlloc<u8>, HeapAlloc<u32>, HeapAlloc<HuffmanCode>>;

pub(crate) enum Decoder {
    Zstd {
        context: DCtx<'static>,
        is_end: bool,
    },
    Brotli {
        state: Box<Brotli>,
        is_end: bool,
    },
    Gzip(Box<GzDecoder<Vec<u8>>>),
}

impl Decoder {
    pub(crate) fn new(coding: Coding) -> Self {
        match coding {
            Coding::Zstd => {
                let mut context = DCtx::create();
                let limit = DParameter::WindowLogMax(WINDOW_LOG);
                context.set_parameter(limit).expect("a limit");
                let is_end = true;
                Self::Zstd { context, is_end }
            }
            Coding::Brotli => {
                let none = HuffmanCode::default();
                let state =
                    Brotli::new_strict(HeapAlloc::new(0), HeapAlloc::new(0), HeapAlloc::new(none));
                Self::Brotli {
                    state: Box::new(state),
                    is_end: false,
                }
            }
            Coding::Gzip => Self::Gzip(Box::new(GzDecoder::new(Vec::new()))),
        }
    }

    /// What can be read as soon as `piece` is there.
    pub(crate) fn feed(&mut self, piece: &[u8]) -> Vec<u8> {
        match self {
            Self::Zstd { context, is_end } => {
                let mut decoded = Vec::new();
                let mut input = InBuffer::around(piece);
                loop {
                    let filled = decoded.len();
                    decoded.reserve(1 << 16);
                    let mut room = OutBuffer::around_pos(&mut decoded, filled);
                    let left = context.decompress_stream(&mut room, &mut input);
                    let left = left.map_err(zstd_safe::get_error_name).expect("zstd");
                    *is_end = left == 0;
                    if input.pos() == piece.len() && decoded.len() < decoded.capacity() {
                        return decoded;
                    }
                }
            }
            Self::Brotli { state, is_end } => {
                let (mut left, mut read, mut total) = (piece.len(), 0, 0);
                let mut decoded = Vec::new();
                loop {
                    let mut room = [0; 4096];
                    let (mut free, mut written) = (room.len(), 0);
                    let result = BrotliDecompressStream(
                        &mut left,
                        &mut read,
                        piece,
                        &mut free,
                        &mut written,
                        &mut room,
                        &mut total,
                        state,
                    );
                    decoded.extend(&room[..written]);
                    match result {
                        BrotliResult::NeedsMoreOutput => {}
                        BrotliResult::NeedsMoreInput if free == 0 => {}
                        BrotliResult::NeedsMoreInput => return decoded,
                        BrotliResult::ResultSuccess => {
                            assert_eq!(left, 0, "bytes behind the end of brotli");
                            *is_end = true;
                            return decoded;
                        }
                        BrotliResult::ResultFailure => panic!("brotli cannot be read"),
                    }
                }
            }
            Self::Gzip(writer) => {
                writer.write_all(piece).expect("gzip");
                writer.flush().expect("gzip");
                mem::take(writer.get_mut())
            }
        }
    }

    /// Asserts that the stream of the codec has ended.
    pub(crate) fn end(self) {
        match self {
            Self::Zstd { is_end, .. } => assert!(is_end, "zstd ended within a frame"),
            Self::Brotli { is_end, .. } => assert!(is_end, "brotli has no end"),
            Self::Gzip(writer) => {
                writer.finish().expect("the end of gzip");
            }
        }
    }
}

/// What a whole body decodes to.
pub(crate) fn decoded(coding: Coding, body: &[u8]) -> Vec<u8> {
    let mut decoder = Decoder::new(coding);
    let text = decoder.feed(body);
    decoder.end();
    text
}
