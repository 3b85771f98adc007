//! The gallery: what each demo does, and how all pages look.

mod active_search;
mod animations;
mod bad_apple;
mod bulk_update;
mod click_to_edit;
mod click_to_load;
mod counter;
mod custom_event;
mod custom_plugin;
mod dbmon;
mod delete_row;
mod edit_row;
mod event_bubbling;
mod file_upload;
mod form_data;
mod infinite_scroll;
mod inline_validation;
mod lazy_load;
mod lazy_tabs;
mod live_examples;
mod looks;
mod match_media;
mod on_signal_patch;
mod progress_bar;
mod progressive_load;
mod sortable;
mod svg_morphing;
mod title_update;
mod todo_mvc;
mod web_component;

use starmark_browser::{Browser, Page, Server, in_browser};

/// Runs a test on the page of a demo.
#[track_caller]
fn demo(path: &str, test: impl FnOnce(&Browser, &Page<'_>)) {
    in_browser(Server::example("gallery"), |browser, server| {
        let page = browser.open(&server.url(path));
        test(browser, &page);
    });
}
