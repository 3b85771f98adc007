//! The interfaces of events, which say what a handler can read.
//!
//! Fields are the properties of the standards in Rust's spelling, for `evt` in [`js!`](macro@crate::js).
//! Sources: <https://dom.spec.whatwg.org/#interface-event> and the standards of each event.

use std::ops::Deref;

use crate::js::Element;
use crate::js::kind::{Dom, Shape};

/// An event of any interface.
#[derive(Debug, Clone)]
#[non_exhaustive]
pub struct Event {
    /// The event's name.
    pub type_: String,
    /// The element that it was dispatched on.
    pub target: Element,
    /// The element that listens.
    pub current_target: Element,
    /// When it happened, in milliseconds since the page began.
    pub time_stamp: f64,
    /// Whether somebody prevented its default action.
    pub default_prevented: bool,
}

impl Event {
    /// Prevents the default action.
    pub fn prevent_default(&self) {}
    /// Keeps the event from going on to other elements.
    pub fn stop_propagation(&self) {}
    /// Keeps the event from all other listeners.
    pub fn stop_immediate_propagation(&self) {}
}

#[diagnostic::do_not_recommend]
impl Shape for Event {
    type Kind = Dom;
    type Receiver = Self;
}

/// An interface that is `E`, or inherits from it.
#[diagnostic::on_unimplemented(
    message = "a `{Self}` is no `{E}`",
    label = "this code handles a `{E}`",
    note = "write `|evt: {Self}| …`"
)]
pub trait Is<E> {}

#[diagnostic::do_not_recommend]
impl Is<Self> for Event {}

/// The interfaces of events, named as in the standards: what each inherits from, and its own properties.
macro_rules! interfaces {
    ($($interface:ident: $parent:ident $($ancestor:ident)* { $($field:ident: $ty:ty,)* })*) => {$(
        #[doc = concat!("The events of the interface `", stringify!($interface), "`.")]
        #[derive(Debug, Clone)]
        #[allow(missing_docs)]
        pub struct $interface {
            parent: $parent,
            $(pub $field: $ty,)*
        }

        impl Deref for $interface {
            type Target = $parent;

            fn deref(&self) -> &$parent {
                &self.parent
            }
        }

        #[diagnostic::do_not_recommend]
        impl Is<Self> for $interface {}
        #[diagnostic::do_not_recommend]
        impl Is<$parent> for $interface {}
        $(
            #[diagnostic::do_not_recommend]
            impl Is<$ancestor> for $interface {}
        )*

        #[diagnostic::do_not_recommend]
        impl Shape for $interface {
            type Kind = Dom;
    type Receiver = Self;
        }
    )*};
}

interfaces! {
    AnimationEvent: Event { animation_name: String, elapsed_time: f64, pseudo_element: String, }
    BeforeUnloadEvent: Event {}
    ClipboardEvent: Event {}
    CommandEvent: Event { command: String, source: Element, }
    CompositionEvent: UiEvent Event { data: String, }
    ContentVisibilityAutoStateChangeEvent: Event { skipped: bool, }
    CustomEvent: Event {}
    DatastarFetchEvent: Event {}
    DeviceMotionEvent: Event { interval: f64, }
    DeviceOrientationEvent: Event { alpha: f64, beta: f64, gamma: f64, absolute: bool, }
    DragEvent: MouseEvent UiEvent Event {}
    ErrorEvent: Event { message: String, filename: String, lineno: u32, colno: u32, }
    FocusEvent: UiEvent Event { related_target: Element, }
    FormDataEvent: Event {}
    GamepadEvent: Event {}
    HashChangeEvent: Event { old_u_r_l: String, new_u_r_l: String, }
    InputEvent: UiEvent Event { data: String, input_type: String, is_composing: bool, }
    KeyboardEvent: UiEvent Event {
        key: String, code: String, location: u32, repeat: bool, is_composing: bool,
        alt_key: bool, ctrl_key: bool, meta_key: bool, shift_key: bool,
    }
    MessageEvent: Event { data: String, origin: String, last_event_id: String, }
    MouseEvent: UiEvent Event {
        client_x: f64, client_y: f64, page_x: f64, page_y: f64, screen_x: f64, screen_y: f64,
        offset_x: f64, offset_y: f64, movement_x: f64, movement_y: f64, button: i32, buttons: u32,
        alt_key: bool, ctrl_key: bool, meta_key: bool, shift_key: bool, related_target: Element,
    }
    PageTransitionEvent: Event { persisted: bool, }
    PointerEvent: MouseEvent UiEvent Event {
        pointer_id: i32, pointer_type: String, is_primary: bool, pressure: f64, width: f64, height: f64,
        tilt_x: f64, tilt_y: f64,
    }
    PopStateEvent: Event {}
    ProgressEvent: Event { loaded: f64, total: f64, length_computable: bool, }
    PromiseRejectionEvent: Event {}
    SecurityPolicyViolationEvent: Event { blocked_u_r_i: String, violated_directive: String, }
    StorageEvent: Event { key: String, old_value: String, new_value: String, url: String, }
    SubmitEvent: Event { submitter: Element, }
    ToggleEvent: Event { old_state: String, new_state: String, }
    TouchEvent: UiEvent Event { alt_key: bool, ctrl_key: bool, meta_key: bool, shift_key: bool, }
    TransitionEvent: Event { property_name: String, elapsed_time: f64, pseudo_element: String, }
    UiEvent: Event { detail: i32, }
    WheelEvent: MouseEvent UiEvent Event { delta_x: f64, delta_y: f64, delta_z: f64, delta_mode: u32, }
}
