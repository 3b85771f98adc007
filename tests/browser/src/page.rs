//! One page in a window: what a person does with it and what they see.
//!
//! Clicks and keys go through the browser like those of a person. Reading goes through
//! JavaScript, because a text read in one step cannot be half of one patch and half of the next.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use serde_json::{Value, json};

use crate::browser::{Browser, must, text};
use crate::session::{Answer, Failure};
use crate::wait::eventually;

/// The key under which `WebDriver` hands out elements.
const ELEMENT: &str = "element-6066-11e4-a52e-4f735466cecf";

/// Control and A together, let go, then backspace.
const CLEAR: &str = "\u{e009}a\u{e000}\u{e003}";

/// The key `Enter`, to type into a field.
const ENTER: &str = "\u{e007}";

/// The key `Escape`.
const ESCAPE: &str = "\u{e00c}";

/// A page. It lives as long as its browser.
#[derive(Debug)]
pub struct Page<'b> {
    browser: &'b Browser,
    window: String,
}

impl<'b> Page<'b> {
    pub(crate) fn new(browser: &'b Browser, window: String) -> Self {
        Self { browser, window }
    }

    /// Loads an address and waits until the page and its scripts are there.
    #[track_caller]
    pub fn load(&self, url: &str) {
        must(self.post("url", &json!({ "url": url })));
    }

    /// The address as it is now.
    #[track_caller]
    pub fn url(&self) -> String {
        text(self.browser.get(&self.window, "url"))
    }

    /// Runs the body of a JavaScript function and returns its value.
    #[track_caller]
    pub fn evaluate(&self, script: &str, arguments: &[&str]) -> Value {
        must(self.post(
            "execute/sync",
            &json!({ "script": script, "args": arguments }),
        ))
    }

    /// The text of the first element that matches, without blanks at its ends.
    #[track_caller]
    pub fn text(&self, selector: &str) -> Option<String> {
        self.texts(selector).into_iter().next()
    }

    /// The texts of all elements that match.
    #[track_caller]
    pub fn texts(&self, selector: &str) -> Vec<String> {
        let script = "return [...document.querySelectorAll(arguments[0])].map(e => e.textContent)";
        let texts = self.evaluate(script, &[selector]);
        let texts = texts
            .as_array()
            .into_iter()
            .flatten()
            .filter_map(Value::as_str);
        texts.map(|text| text.trim().to_owned()).collect()
    }

    /// Whether an element matches.
    #[track_caller]
    pub fn has(&self, selector: &str) -> bool {
        !self.texts(selector).is_empty()
    }

    /// The text in a field.
    #[track_caller]
    pub fn field(&self, selector: &str) -> String {
        text(Ok(self.evaluate(
            "return document.querySelector(arguments[0]).value",
            &[selector],
        )))
    }

    /// Waits until the first element that matches has this text.
    #[track_caller]
    pub fn wait_for_text(&self, selector: &str, expected: &str) {
        let what = format!("{selector} shows {expected:?}");
        eventually(&what, || self.text(selector).as_deref() == Some(expected));
    }

    /// Waits until an element matches.
    #[track_caller]
    pub fn wait_for(&self, selector: &str) {
        eventually(&format!("{selector} is there"), || self.has(selector));
    }

    /// Waits until no element matches.
    #[track_caller]
    pub fn wait_until_gone(&self, selector: &str) {
        eventually(&format!("{selector} is gone"), || !self.has(selector));
    }

    /// Clicks the first element that matches, with the mouse.
    #[track_caller]
    pub fn click(&self, selector: &str) {
        let element = self.element(selector);
        must(self.post(&format!("element/{element}/click"), &json!({})));
    }

    /// Clicks the first element that matches twice, with the mouse.
    #[track_caller]
    pub fn double_click(&self, selector: &str) {
        let element = json!({ ELEMENT: self.element(selector) });
        let [down, up] =
            ["pointerDown", "pointerUp"].map(|kind| json!({ "type": kind, "button": 0 }));
        let there =
            json!({ "type": "pointerMove", "duration": 0, "origin": element, "x": 0, "y": 0 });
        let mouse = json!({
            "type": "pointer", "id": "mouse", "parameters": { "pointerType": "mouse" },
            "actions": [there, down, up, down, up],
        });
        must(self.post("actions", &json!({ "actions": [mouse] })));
    }

    /// Types text into a field, after what is there.
    #[track_caller]
    pub fn type_text(&self, selector: &str, keys: &str) {
        let element = self.element(selector);
        must(self.post(
            &format!("element/{element}/value"),
            &json!({ "text": keys }),
        ));
    }

    /// Empties a field by keys.
    #[track_caller]
    pub fn clear(&self, selector: &str) {
        self.type_text(selector, CLEAR);
    }

    /// Presses Enter in a field.
    #[track_caller]
    pub fn press_enter(&self, selector: &str) {
        self.type_text(selector, ENTER);
    }

    /// Presses Escape in a field.
    #[track_caller]
    pub fn press_escape(&self, selector: &str) {
        self.type_text(selector, ESCAPE);
    }

    /// Runs a script in every document of this window, before the document's own scripts.
    #[track_caller]
    pub fn before_load(&self, script: &str) {
        self.devtools(
            "Page.addScriptToEvaluateOnNewDocument",
            &json!({ "source": script }),
        );
    }

    /// Turns the page's own JavaScript off, from the next load on.
    #[track_caller]
    pub fn without_scripts(&self) {
        self.devtools(
            "Emulation.setScriptExecutionDisabled",
            &json!({ "value": true }),
        );
    }

    /// Prefers a colour scheme: `light` or `dark`.
    #[track_caller]
    pub fn prefer(&self, scheme: &str) {
        let feature = json!({ "name": "prefers-color-scheme", "value": scheme });
        self.devtools(
            "Emulation.setEmulatedMedia",
            &json!({ "features": [feature] }),
        );
    }

    /// Shows the page as a phone does, 390 points wide.
    #[track_caller]
    pub fn as_phone(&self) {
        let metrics =
            json!({ "width": 390, "height": 844, "deviceScaleFactor": 2, "mobile": true });
        self.devtools("Emulation.setDeviceMetricsOverride", &metrics);
    }

    /// Sends a command of the Chrome `DevTools` protocol.
    #[track_caller]
    pub fn devtools(&self, command: &str, parameters: &Value) -> Value {
        must(self.post(
            "goog/cdp/execute",
            &json!({ "cmd": command, "params": parameters }),
        ))
    }

    /// The visible part of the page as PNG.
    #[track_caller]
    pub fn screenshot(&self) -> Vec<u8> {
        must(self.picture())
    }

    pub(crate) fn picture(&self) -> Result<Vec<u8>, Failure> {
        let picture = self.browser.get(&self.window, "screenshot")?;
        let picture = picture.as_str().unwrap_or_default();
        Ok(STANDARD.decode(picture).expect("WebDriver sends Base64"))
    }

    #[track_caller]
    fn element(&self, selector: &str) -> String {
        let query = json!({ "using": "css selector", "value": selector });
        text(Ok(must(self.post("element", &query))[ELEMENT].clone()))
    }

    fn post(&self, path: &str, body: &Value) -> Answer {
        self.browser.post(&self.window, path, body)
    }
}
