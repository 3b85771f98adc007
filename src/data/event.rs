//! DOM events, for `data-on`.
//!
//! Each function is an attribute's name under construction; modifiers are its methods.

use super::{Name, on};

macro_rules! events {
    ($($event:ident)*) => {$(
        #[doc = concat!("The event `", stringify!($event), "`.")]
        pub fn $event() -> Name<on> {
            Name::fixed(concat!("data-on:", stringify!($event)))
        }
    )*};
}

events! {
    abort animationend animationiteration animationstart auxclick beforeinput beforetoggle blur cancel canplay change
    click close compositionend compositionstart compositionupdate contextmenu copy cut dblclick drag dragend dragenter
    dragleave dragover dragstart drop ended error focus focusin focusout fullscreenchange hashchange input invalid
    keydown keyup load message mousedown mouseenter mouseleave mousemove mouseout mouseover mouseup offline online
    pagehide pageshow paste pause play playing pointercancel pointerdown pointerenter pointerleave pointermove
    pointerout pointerover pointerup popstate reset resize scroll scrollend search select selectionchange slotchange
    storage submit timeupdate toggle touchcancel touchend touchmove touchstart transitionend unload visibilitychange
    volumechange wheel
}

/// An event by its own name, such as one of a web component.
///
/// ```
/// use starmark::data::event;
/// assert_eq!(event::custom("sl-change").once().as_str(), "data-on:sl-change__once");
/// ```
pub fn custom(name: &'static str) -> Name<on> {
    Name::keyed(name)
}

/// The client's own event about requests, `datastar-fetch`.
pub fn datastar_fetch() -> Name<on> {
    custom("datastar-fetch")
}
