//! The event that patches elements into the page.

use super::frame::{Envelope, Frame, Sort};
use super::roots::{roots, script};
use super::{
    Event, IntoSelector, Mode, Namespace, PatchError, Reply, Selector, fragment, selector,
};
use crate::render::Render;

/// Patches elements into the page: `datastar-patch-elements`.
///
/// Without a selector each element goes where its id is. A fragment cannot be taken for a whole document: an
/// end tag of `html`, `head` or `body` in it is encoded.
///
/// In debug builds a patch that the page would drop is reported on standard error; see
/// [`check`](PatchElements::check).
///
/// ```
/// use starmark::PreEscaped;
/// use starmark::sse::{Event, Mode, PatchElements, Selector};
///
/// let patch = PatchElements::new(PreEscaped("<li>7</li>"))
///     .selector(Selector::new("#list"))
///     .mode(Mode::Append);
/// assert_eq!(
///     Event::from(patch).as_str(),
///     "event: datastar-patch-elements\ndata: selector #list\ndata: mode append\ndata: elements <li>7</li>\n\n",
/// );
/// ```
#[derive(Debug, Clone)]
pub struct PatchElements {
    frame: Frame,
    /// Most patches have none.
    options: Option<Box<Options>>,
}

/// Everything about a patch but its elements.
#[derive(Debug, Clone, Default)]
struct Options {
    envelope: Envelope,
    selector: Option<Selector>,
    mode: Mode,
    namespace: Namespace,
    view_transition: bool,
    view_transition_selector: Option<Selector>,
}

impl Options {
    /// The options that differ from the client's defaults, in the order of the SDK specification.
    fn fields(&self) -> impl Iterator<Item = (&str, &str)> {
        let transition = self.view_transition.then_some("true");
        let part = self
            .view_transition_selector
            .as_ref()
            .filter(|_| self.view_transition);
        let fields = [
            ("selector", self.selector.as_ref().map(Selector::as_str)),
            (
                "mode",
                (self.mode != Mode::Outer).then(|| self.mode.as_str()),
            ),
            (
                "namespace",
                (self.namespace != Namespace::Html).then(|| self.namespace.as_str()),
            ),
            ("useViewTransition", transition),
            ("viewTransitionSelector", part.map(Selector::as_str)),
        ];
        fields
            .into_iter()
            .filter_map(|(key, value)| Some((key, value?)))
    }
}

impl Options {
    /// The same as headers of a response.
    fn into_headers(self, mut reply: Reply) -> Result<Reply, PatchError> {
        self.envelope.check_empty()?;
        for (key, value) in self.fields() {
            let name = match key {
                "selector" => "datastar-selector",
                "mode" => "datastar-mode",
                "namespace" => "datastar-namespace",
                "useViewTransition" => "datastar-use-view-transition",
                _ => return Err(PatchError::OnlyInEvents("viewTransitionSelector")),
            };
            reply = reply.with_header(name, selector::in_header(value));
        }
        Ok(reply)
    }
}

impl PatchElements {
    /// Patches `elements`.
    #[track_caller]
    pub fn new(elements: impl Render) -> Self {
        Self {
            frame: Frame::open(&Sort::ELEMENTS, |out| elements.render_to(out)),
            options: None,
        }
    }

    /// Removes the elements that `selector` matches.
    ///
    /// ```
    /// use starmark::sse::{Event, PatchElements, Selector};
    /// assert_eq!(
    ///     Event::from(PatchElements::remove(Selector::new("#gone"))).as_str(),
    ///     "event: datastar-patch-elements\ndata: selector #gone\ndata: mode remove\n\n",
    /// );
    /// ```
    pub fn remove(selector: impl IntoSelector) -> Self {
        Self::new("").selector(selector).mode(Mode::Remove)
    }

    /// Names the target; every match gets the elements.
    pub fn selector(mut self, selector: impl IntoSelector) -> Self {
        self.options().selector = Some(selector.into_selector());
        self
    }

    /// Sets how the elements enter the page.
    pub fn mode(mut self, mode: Mode) -> Self {
        self.options().mode = mode;
        self
    }

    /// Sets the namespace that the elements are parsed in.
    pub fn namespace(mut self, namespace: Namespace) -> Self {
        self.options().namespace = namespace;
        self
    }

    /// Applies the patch inside a view transition, where the browser has them.
    pub fn use_view_transition(mut self, view_transition: bool) -> Self {
        self.options().view_transition = view_transition;
        self
    }

    /// Limits the view transition to an element, and asks for one.
    pub fn view_transition_selector(mut self, selector: impl IntoSelector) -> Self {
        self.options().view_transition_selector = Some(selector.into_selector());
        self.use_view_transition(true)
    }

    /// Tells whether the page will apply the patch.
    ///
    /// # Errors
    ///
    /// If the mode needs a selector and there is none, or if there is none and an element has no id; if a script in
    /// a morph would run twice.
    ///
    /// ```
    /// use starmark::PreEscaped;
    /// use starmark::sse::PatchElements;
    ///
    /// assert!(PatchElements::new(PreEscaped("<p id=\"a\"></p>")).check().is_ok());
    /// assert_eq!(
    ///     PatchElements::new(PreEscaped("<p class=\"a\"></p>")).check().unwrap_err().to_string(),
    ///     "`<p class=\"a\">` has no id, so the page drops it: give it one, or add `.selector(..)`",
    /// );
    /// ```
    pub fn check(&self) -> Result<(), PatchError> {
        self.check_target()?;
        let mode = self
            .options
            .as_ref()
            .map_or(Mode::Outer, |options| options.mode);
        match script(self.frame.payload()) {
            Some(script) if mode.is_morph() => Err(PatchError::RunsTwice(script.to_owned())),
            _ => Ok(()),
        }
    }

    /// Whether the client knows where each element goes.
    fn check_target(&self) -> Result<(), PatchError> {
        if let Some(options) = &self.options {
            if options.selector.is_some() {
                return Ok(());
            }
            if !options.mode.matches_ids() {
                return Err(PatchError::NoSelector(options.mode));
            }
        }
        let roots = roots(self.frame.payload());
        match roots.into_iter().find(|root| !root.has_target()) {
            Some(root) => Err(PatchError::NoId(root.tag.to_owned())),
            None => Ok(()),
        }
    }

    /// The event, if the page will apply it and it is at most [`Event::LIMIT`] bytes.
    ///
    /// # Errors
    ///
    /// As [`check`](Self::check) and [`Event::within`].
    pub fn checked(mut self) -> Result<Event, PatchError> {
        self.check()?;
        self.event().within(Event::LIMIT)
    }

    /// The elements as a response of `text/html`, which the client takes as it takes the event.
    ///
    /// The options are headers. A selector is written in ASCII there, with escapes of CSS.
    ///
    /// # Errors
    ///
    /// As [`check`](Self::check); and if there is an id, a retry or a selector of a view transition, which the client
    /// reads from events alone.
    ///
    /// ```
    /// use starmark::sse::{PatchElements, Selector};
    ///
    /// let reply = PatchElements::remove(Selector::new("#café")).into_html()?;
    /// let headers: Vec<_> = reply.headers().skip(2).collect();
    /// assert_eq!(headers, [("datastar-selector", "#caf\\e9 "), ("datastar-mode", "remove")]);
    /// # Ok::<(), starmark::sse::PatchError>(())
    /// ```
    pub fn into_html(mut self) -> Result<Reply, PatchError> {
        self.check()?;
        self.finish_payload();
        let reply = Reply::new("text/html; charset=utf-8", self.frame.into_payload());
        match self.options {
            Some(options) => options.into_headers(reply),
            None => Ok(reply),
        }
    }

    fn options(&mut self) -> &mut Options {
        self.options.get_or_insert_default()
    }

    pub(super) fn envelope(&mut self) -> &mut Envelope {
        &mut self.options().envelope
    }

    fn event(&mut self) -> Event {
        self.finish_payload();
        match self.options.take() {
            Some(options) => self.frame.close(&options.envelope, options.fields()),
            None => self.frame.close_plain(),
        }
    }

    /// Keeps the client from taking the elements for a document, and from losing some.
    fn finish_payload(&mut self) {
        if self.frame.is_rough() {
            self.frame.change_payload(fragment::protect);
        }
        let options = self.options.as_deref();
        if options.is_some_and(|options| options.namespace != Namespace::Html) {
            self.separate_roots();
        }
    }

    /// Puts a line break between elements: in another namespace than HTML, the client loses every second node.
    fn separate_roots(&mut self) {
        self.frame.change_payload(|out, start| {
            let starts: Vec<_> = roots(&out.as_str()[start..])
                .iter()
                .skip(1)
                .map(|root| root.start)
                .collect();
            for at in starts.into_iter().rev() {
                out.insert(start + at, "\n");
            }
        });
    }
}

impl From<PatchElements> for Event {
    #[inline]
    fn from(mut patch: PatchElements) -> Self {
        #[cfg(debug_assertions)]
        if let Err(error) = patch.check() {
            // The page says as little as a warning in its console, so development says it here.
            eprintln!("starmark: {error}");
        }
        patch.event()
    }
}

super::frame::enveloped!(PatchElements);
