//! Bodies of responses, decoded piece by piece as they arrive. <https://www.rfc-editor.org/rfc/rfc9110#section-8.4>

use std::fmt;
use std::io::Write as _;

use brotli::{BrotliDecompressStream, BrotliResult, BrotliState, HeapAlloc, HuffmanCode};
use flate2::write::MultiGzDecoder;
use zstd_safe::{DCtx, InBuffer, OutBuffer};

use super::error::Error;

/// A whole body without its content coding, which is the text of the header `content-encoding`, or nothing.
///
/// ```
/// use starmark::testing::decode;
///
/// assert_eq!(decode("", b"plain")?, b"plain");
/// assert!(decode("br", b"plain").is_err());
/// # Ok::<(), starmark::testing::Error>(())
/// ```
///
/// # Errors
///
/// If the coding is none of `zstd`, `br`, `gzip` and `identity`, or the body is not of that coding, or ends too early.
pub fn decode(coding: &str, body: &[u8]) -> Result<Vec<u8>, Error> {
    let mut decoder = Decoder::new(coding)?;
    let text = decoder.feed(body)?;
    decoder.end()?;
    Ok(text)
}

type Brotli = BrotliState<HeapAlloc<u8>, HeapAlloc<u32>, HeapAlloc<HuffmanCode>>;

/// A decoder that is fed piece by piece.
pub(super) enum Decoder {
    Identity,
    Zstd {
        context: DCtx<'static>,
        is_end: bool,
    },
    Brotli {
        state: Box<Brotli>,
        is_end: bool,
    },
    Gzip(Box<MultiGzDecoder<Vec<u8>>>),
}

impl Decoder {
    pub(super) fn new(coding: &str) -> Result<Self, Error> {
        Ok(match coding.trim().to_ascii_lowercase().as_str() {
            "" | "identity" => Self::Identity,
            "zstd" => Self::Zstd {
                context: DCtx::create(),
                is_end: true,
            },
            "br" => Self::Brotli {
                state: Box::new(brotli_state()),
                is_end: false,
            },
            "gzip" | "x-gzip" => Self::Gzip(Box::new(MultiGzDecoder::new(Vec::new()))),
            _ => {
                return Err(Error::new(format!(
                    "the content coding `{coding}` is none of zstd, br and gzip, which browsers decode while a response arrives"
                )));
            }
        })
    }

    /// What can be read as soon as these bytes are there.
    pub(super) fn feed(&mut self, bytes: &[u8]) -> Result<Vec<u8>, Error> {
        match self {
            Self::Identity => Ok(bytes.to_vec()),
            Self::Zstd { context, is_end } => zstd(context, is_end, bytes),
            Self::Brotli { state, is_end } => brotli(state, is_end, bytes),
            Self::Gzip(writer) => {
                let broken = |error| Error::new(format!("the body is no gzip: {error}"));
                writer.write_all(bytes).map_err(broken)?;
                writer.flush().map_err(broken)?;
                Ok(std::mem::take(writer.get_mut()))
            }
        }
    }

    /// Whether the body may end here.
    pub(super) fn end(&mut self) -> Result<(), Error> {
        let is_end = match self {
            Self::Identity => true,
            Self::Zstd { is_end, .. } | Self::Brotli { is_end, .. } => *is_end,
            Self::Gzip(writer) => writer.try_finish().is_ok(),
        };
        if is_end {
            return Ok(());
        }
        Err(Error::new(
            "the compressed body ends before its coding does".to_owned(),
        ))
    }
}

fn brotli_state() -> Brotli {
    let none = HuffmanCode::default();
    BrotliState::new_strict(HeapAlloc::new(0), HeapAlloc::new(0), HeapAlloc::new(none))
}

fn zstd(context: &mut DCtx<'_>, is_end: &mut bool, bytes: &[u8]) -> Result<Vec<u8>, Error> {
    let mut decoded = Vec::new();
    let mut input = InBuffer::around(bytes);
    loop {
        let filled = decoded.len();
        decoded.reserve(1 << 16);
        let mut room = OutBuffer::around_pos(&mut decoded, filled);
        let left = context
            .decompress_stream(&mut room, &mut input)
            .map_err(|code| {
                Error::new(format!(
                    "the body is no zstd: {}",
                    zstd_safe::get_error_name(code)
                ))
            })?;
        *is_end = left == 0;
        if input.pos() == bytes.len() && decoded.len() < decoded.capacity() {
            return Ok(decoded);
        }
    }
}

fn brotli(state: &mut Brotli, is_end: &mut bool, bytes: &[u8]) -> Result<Vec<u8>, Error> {
    let (mut left, mut read, mut total) = (bytes.len(), 0, 0);
    let mut decoded = Vec::new();
    loop {
        let mut room = [0; 4096];
        let (mut free, mut written) = (room.len(), 0);
        let result = BrotliDecompressStream(
            &mut left,
            &mut read,
            bytes,
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
            BrotliResult::NeedsMoreInput => return Ok(decoded),
            BrotliResult::ResultSuccess if left == 0 => {
                *is_end = true;
                return Ok(decoded);
            }
            BrotliResult::ResultSuccess | BrotliResult::ResultFailure => {
                return Err(Error::new("the body is no brotli".to_owned()));
            }
        }
    }
}

impl fmt::Debug for Decoder {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Identity => "Identity",
            Self::Zstd { .. } => "Zstd",
            Self::Brotli { .. } => "Brotli",
            Self::Gzip(_) => "Gzip",
        })
    }
}
