//! The guide in `docs/`, as tests.
//!
//! Every block of Rust in a chapter is an example of a struct here, so `cargo test` compiles and runs it. A block of
//! `http` is a request and its answer: [`wire`], in a hidden line of the code before it, makes the request and compares.
//! That every chapter is here, and that links lead somewhere, is in `tests/`.

mod exchange;
mod site;

pub use site::wire;

/// One struct for each chapter, whose examples are the chapter's.
macro_rules! chapters {
    ($($name:ident $path:literal)*) => {
        /// The chapters whose code is run, by their paths in `docs/`.
        pub const CHAPTERS: &[&str] = &[$($path),*];

        $(
            #[cfg(doctest)]
            #[doc = include_str!(concat!("../../../docs/", $path))]
            pub struct $name;
        )*
    };
}

chapters! {
    Applications "guide/applications.md"
    Attributes "guide/attributes.md"
    Components "guide/components.md"
    ActiveSearch "guide/cookbook/active-search.md"
    Animations "guide/cookbook/animations.md"
    BadApple "guide/cookbook/bad-apple.md"
    BulkUpdate "guide/cookbook/bulk-update.md"
    ClickToEdit "guide/cookbook/click-to-edit.md"
    ClickToLoad "guide/cookbook/click-to-load.md"
    Counter "guide/cookbook/counter.md"
    CustomEvent "guide/cookbook/custom-event.md"
    CustomPlugin "guide/cookbook/custom-plugin.md"
    Dbmon "guide/cookbook/dbmon.md"
    DeleteRow "guide/cookbook/delete-row.md"
    Dialog "guide/cookbook/dialog.md"
    EditRow "guide/cookbook/edit-row.md"
    EventBubbling "guide/cookbook/event-bubbling.md"
    FileUpload "guide/cookbook/file-upload.md"
    FormData "guide/cookbook/form-data.md"
    InfiniteScroll "guide/cookbook/infinite-scroll.md"
    InlineValidation "guide/cookbook/inline-validation.md"
    LazyLoad "guide/cookbook/lazy-load.md"
    LazyTabs "guide/cookbook/lazy-tabs.md"
    MatchMedia "guide/cookbook/match-media.md"
    OnSignalPatch "guide/cookbook/on-signal-patch.md"
    ProgressBar "guide/cookbook/progress-bar.md"
    ProgressiveLoad "guide/cookbook/progressive-load.md"
    Sortable "guide/cookbook/sortable.md"
    SvgMorphing "guide/cookbook/svg-morphing.md"
    TitleUpdate "guide/cookbook/title-update.md"
    Todomvc "guide/cookbook/todomvc.md"
    WebComponent "guide/cookbook/web-component.md"
    FromDatastarPy "guide/from-datastar-py.md"
    FromHtpy "guide/from-htpy.md"
    FromJsx "guide/from-jsx.md"
    FromMaud "guide/from-maud.md"
    Markup "guide/markup.md"
    Patches "guide/patches.md"
    Production "guide/production.md"
    Security "guide/security.md"
    SignalsChapter "guide/signals.md"
    Start "guide/start.md"
    TestingChapter "guide/testing.md"
}
