//! Files as signals: they travel with the others, in base64.

use axum::response::IntoResponse;
use axum::{Extension, Router};
use starmark::prelude::*;
use starmark::signals::{File, FileError, Limit};

use crate::layout::Gallery;

// region: page
#[derive(Default, Signals)]
struct Upload {
    #[serde(default)]
    files: Vec<File>,
    #[signals(local)]
    sending: bool,
}

#[route(get "/file-upload")]
pub(crate) async fn page(gallery: Gallery) -> impl IntoResponse {
    let s = Upload::signals();
    gallery.page(html! {
        .rows data-signals=(Upload::default()) {
            label { "Files, 1 MB in all" input #files type="file" multiple data-bind=(s.files); }
            .row {
                button.main data-on:click=(upload::action()) data-indicator=(s.sending)
                    data-attr:disabled=js!(s.sending || s.files.is_empty()) { "Upload" }
            }
            (received(&[]))
        }
    })
}
// endregion

// region: upload
/// Nothing is kept but what is shown: a name from elsewhere is a text, never a path.
#[route(post "/file-upload")]
async fn upload(Signals(upload): Signals<Upload>) -> Result<Markup, String> {
    let files = upload.files.into_iter().take(20).map(Received::read);
    let files: Result<Vec<_>, FileError> = files.collect();
    files
        .map(|files| received(&files))
        .map_err(|error| error.to_string())
}

struct Received {
    name: String,
    kind: String,
    bytes: usize,
    lines: usize,
}

impl Received {
    fn read(file: File) -> Result<Self, FileError> {
        let bytes = file.bytes()?;
        let lines = bytes.split(|byte| *byte == b'\n').count();
        Ok(Self {
            name: file.name,
            kind: file.mime,
            bytes: bytes.len(),
            lines,
        })
    }
}

fn received(files: &[Received]) -> Markup {
    html! {
        table #received hidden[files.is_empty()] {
            thead { tr { th { "Name" } th { "Type" } th.number { "Bytes" } th.number { "Lines" } } }
            @for file in files {
                tr {
                    td { (file.name) } td { (file.kind) }
                    td.number { (file.bytes) } td.number { (file.lines) }
                }
            }
        }
    }
}

/// A megabyte of files is a third more in base64.
pub(super) fn routes() -> Router {
    routes![page, upload].layer(Extension(Limit(1_400_000)))
}
// endregion
