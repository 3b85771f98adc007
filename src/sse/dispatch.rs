//! The script that dispatches an event of your own in the page.

#[cfg(feature = "json")]
use super::PatchError;
use super::frame::Envelope;
use super::{Event, ExecuteScript, IntoSelector, Selector};
use crate::data::{EventName, quote};

/// Dispatches a custom event in the page, for `data-on` and other listeners.
///
/// It is dispatched on the document unless you say otherwise, and it bubbles, can be prevented and leaves shadow trees,
/// as in the SDKs of Datastar. Unlike theirs, the script declares no names, so it runs any number of times, and each
/// target gets an event of its own. <https://dom.spec.whatwg.org/#interface-customevent>
///
/// ```
/// use starmark::data::{EventName, event};
/// use starmark::html;
/// use starmark::sse::{DispatchEvent, Event};
///
/// const SAVED: EventName = EventName::new("saved");
///
/// let listener = html::p().data_on(event::custom(SAVED).document(), "$saved = true");
/// assert_eq!(listener.to_string(), "<p data-on:saved__document=\"$saved = true\"></p>");
/// assert!(Event::from(DispatchEvent::new(SAVED)).as_str().contains(
///     "document.dispatchEvent(new CustomEvent(\"saved\", {bubbles: true, cancelable: true, composed: true}))",
/// ));
/// ```
#[derive(Debug, Clone)]
pub struct DispatchEvent {
    /// The name as a literal.
    name: String,
    target: Target,
    /// Code whose value is the detail.
    detail: Option<String>,
    bubbles: bool,
    cancelable: bool,
    composed: bool,
    envelope: Envelope,
}

#[derive(Debug, Clone)]
enum Target {
    Document,
    Window,
    Elements(Selector),
}

impl DispatchEvent {
    /// Dispatches the event of this name on the document.
    pub fn new(name: EventName<'_>) -> Self {
        Self {
            name: quote(name.as_str()).as_str().to_owned(),
            target: Target::Document,
            detail: None,
            bubbles: true,
            cancelable: true,
            composed: true,
            envelope: Envelope::default(),
        }
    }

    /// Dispatches it on the window.
    pub fn window(mut self) -> Self {
        self.target = Target::Window;
        self
    }

    /// Dispatches it on every element that matches.
    pub fn selector(mut self, selector: impl IntoSelector) -> Self {
        self.target = Target::Elements(selector.into_selector());
        self
    }

    /// What listeners find in `evt.detail`: any value that has a JSON form.
    ///
    /// # Errors
    ///
    /// If the value has no JSON form, such as a map whose keys are not strings.
    ///
    /// ```
    /// use starmark::data::EventName;
    /// use starmark::sse::{DispatchEvent, Event};
    ///
    /// let event = Event::from(DispatchEvent::new(EventName::new("moved")).detail(&[1, 2])?);
    /// assert!(event.as_str().contains(r#"detail: JSON.parse("\u005b1,2\u005d")"#));
    /// # Ok::<(), starmark::sse::PatchError>(())
    /// ```
    #[cfg(feature = "json")]
    pub fn detail(mut self, detail: &(impl serde::Serialize + ?Sized)) -> Result<Self, PatchError> {
        let json =
            serde_json::to_string(detail).map_err(|error| PatchError::Detail(error.to_string()))?;
        // As an object literal, a member `__proto__` would become the prototype.
        self.detail = Some(["JSON.parse(", quote(json).as_str(), ")"].concat());
        Ok(self)
    }

    /// Whether it goes on to the ancestors of its target.
    pub fn bubbles(mut self, bubbles: bool) -> Self {
        self.bubbles = bubbles;
        self
    }

    /// Whether a listener can prevent it.
    pub fn cancelable(mut self, cancelable: bool) -> Self {
        self.cancelable = cancelable;
        self
    }

    /// Whether it leaves the shadow tree of its target.
    pub fn composed(mut self, composed: bool) -> Self {
        self.composed = composed;
        self
    }

    fn envelope(&mut self) -> &mut Envelope {
        &mut self.envelope
    }

    fn code(&self) -> String {
        let event = self.event();
        match &self.target {
            Target::Document => format!("document.dispatchEvent({event})"),
            Target::Window => format!("window.dispatchEvent({event})"),
            Target::Elements(selector) => {
                let selector = quote(selector.as_str());
                let elements = selector.as_str();
                format!(
                    "document.querySelectorAll({elements}).forEach((it) => it.dispatchEvent({event}))"
                )
            }
        }
    }

    fn event(&self) -> String {
        let flags = [
            ("bubbles", self.bubbles),
            ("cancelable", self.cancelable),
            ("composed", self.composed),
        ];
        let flags = flags.iter().filter(|(_, is_on)| *is_on);
        let mut options: Vec<_> = flags.map(|(name, _)| format!("{name}: true")).collect();
        options.extend(self.detail.iter().map(|detail| format!("detail: {detail}")));
        format!("new CustomEvent({}, {{{}}})", self.name, options.join(", "))
    }
}

impl From<DispatchEvent> for ExecuteScript {
    fn from(dispatch: DispatchEvent) -> Self {
        let mut script = Self::generated(&dispatch.code());
        *script.envelope() = dispatch.envelope;
        script
    }
}

impl From<DispatchEvent> for Event {
    fn from(dispatch: DispatchEvent) -> Self {
        ExecuteScript::from(dispatch).into()
    }
}

super::frame::enveloped!(DispatchEvent);
