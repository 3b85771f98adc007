//! The event that runs a script in the page.

use super::frame::Envelope;
use super::{Event, Mode, PatchElements, Selector};
use crate::attributes::Attributes;
use crate::buffer::Buffer;
use crate::data::{PluginRow, effect};
use crate::element::Code;
use crate::markup::PreEscaped;
use crate::render::from_fn;
use crate::value::{Attribute, Kind, Value};

/// Runs JavaScript in the page, once.
///
/// It appends a script element to the body, the one way that runs exactly once in every browser, and removes
/// the element afterwards. The code cannot end the element early: in it, `</script` and `<!--` are written with
/// a backslash that JavaScript strings ignore.
///
/// [`redirect`](Self::redirect), [`console_log`](Self::console_log) and their siblings are scripts with values of the
/// server in them, as literals; [`DispatchEvent`](super::DispatchEvent) is the way for data: an event whose listener is
/// code of the page.
///
/// Under a content security policy the page has to be in nonce mode, see [`client`](mod@crate::client): then the
/// client gives the element the nonce of its page, whichever response brings it. Otherwise the policy stops it.
///
/// ```
/// use starmark::sse::{Event, ExecuteScript};
///
/// assert_eq!(
///     Event::from(ExecuteScript::new("console.log('</script>')")).as_str(),
///     "event: datastar-patch-elements\n\
///      data: selector body\n\
///      data: mode append\n\
///      data: elements <script data-effect=\"el.remove()\">console.log('<\\/script>')</script>\n\n",
/// );
/// ```
#[derive(Debug, Clone)]
pub struct ExecuteScript {
    code: String,
    attributes: Attributes,
    auto_remove: bool,
    envelope: Envelope,
}

impl ExecuteScript {
    /// Runs code that is part of the program.
    pub fn new(code: &'static str) -> Self {
        Self::code(PreEscaped(code))
    }

    /// Runs code from a value that vouches for it.
    pub fn code(code: impl Code) -> Self {
        let mut out = Buffer::new();
        code.write_code(&mut out);
        let (attributes, envelope) = (Attributes::new(), Envelope::default());
        Self {
            code: inert(out.as_str()),
            attributes,
            auto_remove: true,
            envelope,
        }
    }

    /// Whether the element is removed after it ran; it is unless you say otherwise.
    pub fn auto_remove(mut self, auto_remove: bool) -> Self {
        self.auto_remove = auto_remove;
        self
    }

    /// Adds an attribute to the script element.
    pub fn set<K: Kind>(mut self, attribute: Attribute<K>, value: impl Value<K>) -> Self {
        self.attributes = self.attributes.set(attribute, value);
        self
    }

    /// Code that this module put together from literals and quoted values.
    pub(super) fn generated(code: &str) -> Self {
        Self::code(PreEscaped(code))
    }

    pub(super) fn envelope(&mut self) -> &mut Envelope {
        &mut self.envelope
    }

    fn write_element(&self, out: &mut Buffer) {
        out.trusted("<script");
        // Trusted: attributes are escaped as they are set.
        out.trusted(self.attributes.as_str());
        if self.auto_remove {
            out.trusted(" ");
            // Trusted: the name comes from the tables, with the alias of the client.
            out.trusted(<effect as PluginRow>::ATTRIBUTE);
            out.trusted("=\"el.remove()\"");
        }
        out.trusted(">");
        // Trusted: code from the program or from a `Code`, made unable to end the element.
        out.trusted(&self.code);
        out.trusted("</script>");
    }
}

/// The code with nothing in it that the HTML parser acts on inside a script.
/// <https://html.spec.whatwg.org/multipage/scripting.html#restrictions-for-contents-of-script-elements>
fn inert(code: &str) -> String {
    let mut inert = String::with_capacity(code.len());
    let mut rest = code;
    while let Some(at) = find_active(rest) {
        inert.push_str(&rest[..=at]);
        inert.push('\\');
        rest = &rest[at + 1..];
    }
    inert.push_str(rest);
    inert
}

/// The first `</script` or `<!--`.
fn find_active(code: &str) -> Option<usize> {
    const END: &[u8] = b"</script";
    code.match_indices('<').map(|(at, _)| at).find(|&at| {
        let rest = &code.as_bytes()[at..];
        rest.starts_with(b"<!--")
            || rest
                .get(..END.len())
                .is_some_and(|tag| tag.eq_ignore_ascii_case(END))
    })
}

impl From<ExecuteScript> for Event {
    fn from(script: ExecuteScript) -> Self {
        let mut patch = PatchElements::new(from_fn(|out| script.write_element(out)))
            .selector(Selector::new("body"))
            .mode(Mode::Append);
        *patch.envelope() = script.envelope;
        patch.into()
    }
}

super::frame::enveloped!(ExecuteScript);
