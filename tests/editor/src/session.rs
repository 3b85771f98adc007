//! An editor with one file open.

use std::fmt::Debug;
use std::str::FromStr as _;

use lsp_types::notification::{DidChangeTextDocument, DidOpenTextDocument};
use lsp_types::request::{
    Completion, DocumentDiagnosticRequest, GotoDefinition, HoverRequest, Rename,
    Request as Question,
};
use lsp_types::{
    CompletionItem, CompletionResponse, DocumentChanges, DocumentDiagnosticReport,
    DocumentDiagnosticReportResult, GotoDefinitionResponse, HoverContents, OneOf, Position,
    TextEdit, Uri,
};
use serde_json::json;

use crate::text::{self, applied};
use crate::{Project, Server};

/// The open file, and the server that knows it.
#[derive(Debug)]
pub struct Session {
    server: Server,
    file: Uri,
    version: i32,
    source: String,
}

impl Session {
    /// Opens the source of a project.
    ///
    /// # Panics
    ///
    /// If rust-analyzer does not load the project.
    pub fn open(project: &Project, source: &str) -> Self {
        let mut server = Server::start(project);
        let file = Uri::from_str(project.file().as_str()).expect("it is an address");
        server.tell::<DidOpenTextDocument>(parameters(json!({
            "textDocument": { "uri": file, "languageId": "rust", "version": 1, "text": source },
        })));
        Self {
            server,
            file,
            version: 1,
            source: source.to_owned(),
        }
    }

    /// Shows another source in the same file.
    pub fn show(&mut self, source: &str) {
        if source == self.source {
            return;
        }
        self.version += 1;
        source.clone_into(&mut self.source);
        let change = json!({
            "textDocument": { "uri": self.file, "version": self.version },
            "contentChanges": [{ "text": source }],
        });
        self.server
            .tell::<DidChangeTextDocument>(parameters(change));
    }

    /// The source after what stands at the cursor got another name.
    ///
    /// # Panics
    ///
    /// If nothing there can be renamed, or another file would change.
    pub fn renamed(&mut self, piece: &str, name: &str) -> String {
        let edit = self.ask::<Rename>(piece, json!({ "newName": name }));
        let edit = edit.unwrap_or_else(|| panic!("nothing to rename at `{piece}`"));
        let mut edits: Vec<TextEdit> = Vec::new();
        let changes = match edit.document_changes {
            Some(DocumentChanges::Edits(changes)) => changes,
            other => panic!("these are no edits: {other:?}"),
        };
        for change in changes {
            let file = change.text_document.uri;
            assert_eq!(file, self.file, "another file would change");
            edits.extend(change.edits.into_iter().map(|edit| match edit {
                OneOf::Left(edit) => edit,
                OneOf::Right(edit) => edit.text_edit,
            }));
        }
        applied(&self.source, edits)
    }

    /// What is offered at the cursor.
    pub fn completions(&mut self, piece: &str) -> Vec<CompletionItem> {
        match self.ask::<Completion>(piece, json!({})) {
            Some(CompletionResponse::Array(items)) => items,
            Some(CompletionResponse::List(list)) => list.items,
            None => Vec::new(),
        }
    }

    /// What is said of what stands at the cursor.
    pub fn hover(&mut self, piece: &str) -> String {
        match self.ask::<HoverRequest>(piece, json!({})) {
            Some(hover) => match hover.contents {
                HoverContents::Markup(markup) => markup.value,
                other => format!("{other:?}"),
            },
            None => String::new(),
        }
    }

    /// The text of the lines, trimmed, where what stands at the cursor is declared; another file is its address.
    ///
    /// # Panics
    ///
    /// If a line is not in the file.
    pub fn definitions(&mut self, piece: &str) -> Vec<String> {
        let places: Vec<_> = match self.ask::<GotoDefinition>(piece, json!({})) {
            Some(GotoDefinitionResponse::Scalar(location)) => {
                vec![(location.uri, location.range.start)]
            }
            Some(GotoDefinitionResponse::Array(locations)) => locations
                .into_iter()
                .map(|location| (location.uri, location.range.start))
                .collect(),
            Some(GotoDefinitionResponse::Link(links)) => links
                .into_iter()
                .map(|link| (link.target_uri, link.target_selection_range.start))
                .collect(),
            None => Vec::new(),
        };
        let shown = |(file, place): (Uri, Position)| {
            if file == self.file {
                let line = self.source.lines().nth(place.line as usize);
                line.expect("the place is in the file").trim().to_owned()
            } else {
                file.to_string()
            }
        };
        places.into_iter().map(shown).collect()
    }

    /// What rust-analyzer itself marks in the file as a mistake.
    ///
    /// # Panics
    ///
    /// If it sends no such list.
    pub fn mistakes(&mut self) -> Vec<String> {
        let asked = parameters(json!({ "textDocument": { "uri": self.file } }));
        let report = self.server.ask::<DocumentDiagnosticRequest>(asked);
        let DocumentDiagnosticReportResult::Report(DocumentDiagnosticReport::Full(report)) = report
        else {
            panic!("this is no list of mistakes: {report:?}");
        };
        let mistakes = report.full_document_diagnostic_report.items.into_iter();
        mistakes
            .map(|mistake| format!("{}: {}", mistake.range.start.line + 1, mistake.message))
            .collect()
    }

    /// Asks about the place of the cursor in a piece of the source.
    fn ask<Q: Question>(&mut self, piece: &str, more: serde_json::Value) -> Q::Result
    where
        Q::Params: Debug,
    {
        let mut asked = more;
        asked["textDocument"] = json!({ "uri": self.file });
        asked["position"] = json!(text::place(&self.source, piece));
        self.server.ask::<Q>(parameters(asked))
    }
}

fn parameters<P: serde::de::DeserializeOwned>(json: serde_json::Value) -> P {
    serde_json::from_value(json).expect("these are the parameters")
}
