//! The events that browsers dispatch, with the interfaces of their handlers.
//!
//! A row reads: the function, the name as it is dispatched if it is another one, the interface, and where the
//! event is dispatched if it never reaches an element.

use super::interface;
use super::{Event, Fired, OnDocument, OnWindow};
use crate::data::Prefixed;

/// Makes of each row a function, and of all rows what templates are checked against.
macro_rules! events {
    ($($(#[$doc:meta])* $event:ident $($wire:literal)?: $interface:ident $(on $target:ident)?;)*) => {
        $(events! { @function $(#[$doc])* $event $($wire)?, $interface $($target)? })*

        /// The interfaces of the events, by the names of their functions.
        #[doc(hidden)]
        #[allow(non_camel_case_types)]
        pub mod interfaces {
            $(pub type $event = super::interface::$interface;)*
        }

        /// The names as they stand in templates, and where they are dispatched.
        pub(crate) const EVENTS: &[(&str, Target)] = &[$(
            (events!(@wire $event $($wire)?), events!(@target $($target)?)),
        )*];
    };
    (@function $(#[$doc:meta])* $event:ident $($wire:literal)?, $interface:ident) => {
        #[doc = concat!("The event `", events!(@wire $event $($wire)?), "`.")]
        $(#[$doc])*
        #[doc = events!(@example $event $($wire)?, "")]
        #[inline]
        pub fn $event() -> Event<Fired<interface::$interface>> {
            Event::fixed(const { &Prefixed::new(concat!("on:", events!(@wire $event $($wire)?))) }.as_str())
        }
    };
    (@function $(#[$doc:meta])* $event:ident $($wire:literal)?, $interface:ident window) => {
        #[doc = concat!("The event `", events!(@wire $event $($wire)?), "` of the window.")]
        $(#[$doc])*
        #[doc = events!(@example $event $($wire)?, "__window")]
        #[inline]
        pub fn $event() -> Event<OnWindow<interface::$interface>> {
            Event::fixed(const { &Prefixed::new(concat!("on:", events!(@wire $event $($wire)?), "__window")) }.as_str())
        }
    };
    (@function $(#[$doc:meta])* $event:ident $($wire:literal)?, $interface:ident document) => {
        #[doc = concat!("The event `", events!(@wire $event $($wire)?), "` of the document.")]
        $(#[$doc])*
        #[doc = events!(@example $event $($wire)?, "__document")]
        #[inline]
        pub fn $event() -> Event<OnDocument<interface::$interface>> {
            Event::fixed(const { &Prefixed::new(concat!("on:", events!(@wire $event $($wire)?), "__document")) }.as_str())
        }
    };
    (@example $event:ident $($wire:literal)?, $modifier:literal) => {
        concat!(
            "\n```\nuse starmark::data::event;\nassert_eq!(event::", stringify!($event), "().as_str(), \"data-on:",
            events!(@wire $event $($wire)?), $modifier, "\");\n```",
        )
    };
    (@wire $event:ident) => { stringify!($event) };
    (@wire $event:ident $wire:literal) => { $wire };
    (@target) => { Target::Element };
    (@target window) => { Target::Window };
    (@target document) => { Target::Document };
}

/// Where an event is dispatched.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Target {
    /// On elements.
    Element,
    /// On the window only.
    Window,
    /// On the document only.
    Document,
}

events! {
    abort: Event;
    afterprint: Event on window;
    animationcancel: AnimationEvent;
    animationend: AnimationEvent;
    animationiteration: AnimationEvent;
    animationstart: AnimationEvent;
    appinstalled: Event on window;
    auxclick: PointerEvent;
    beforeinput: InputEvent;
    beforeprint: Event on window;
    beforetoggle: ToggleEvent;
    beforeunload: BeforeUnloadEvent on window;
    blur: FocusEvent;
    cancel: Event;
    canplay: Event;
    canplaythrough: Event;
    change: Event;
    click: PointerEvent;
    close: Event;
    command: CommandEvent;
    compositionend: CompositionEvent;
    compositionstart: CompositionEvent;
    compositionupdate: CompositionEvent;
    contentvisibilityautostatechange: ContentVisibilityAutoStateChangeEvent;
    contextlost: Event;
    contextmenu: PointerEvent;
    contextrestored: Event;
    copy: ClipboardEvent;
    cuechange: Event;
    cut: ClipboardEvent;
    dblclick: MouseEvent;
    devicemotion: DeviceMotionEvent on window;
    deviceorientation: DeviceOrientationEvent on window;
    deviceorientationabsolute: DeviceOrientationEvent on window;
    dom_content_loaded "-d-o-m-content-loaded__case.camel": Event on document;
    drag: DragEvent;
    dragend: DragEvent;
    dragenter: DragEvent;
    dragleave: DragEvent;
    dragover: DragEvent;
    dragstart: DragEvent;
    drop: DragEvent;
    durationchange: Event;
    emptied: Event;
    encrypted: Event;
    ended: Event;
    enterpictureinpicture: Event;
    error: ErrorEvent;
    focus: FocusEvent;
    focusin: FocusEvent;
    focusout: FocusEvent;
    formdata: FormDataEvent;
    freeze: Event on document;
    fullscreenchange: Event;
    fullscreenerror: Event;
    gamepadconnected: GamepadEvent on window;
    gamepaddisconnected: GamepadEvent on window;
    gotpointercapture: PointerEvent;
    hashchange: HashChangeEvent on window;
    input: InputEvent;
    invalid: Event;
    keydown: KeyboardEvent;
    keypress: KeyboardEvent;
    keyup: KeyboardEvent;
    languagechange: Event on window;
    leavepictureinpicture: Event;
    /// A resource of the element has loaded; for the page itself, listen on the window or use `data-init`.
    load: Event;
    loadeddata: Event;
    loadedmetadata: Event;
    loadend: ProgressEvent;
    loadstart: ProgressEvent;
    lostpointercapture: PointerEvent;
    message: MessageEvent on window;
    messageerror: MessageEvent on window;
    mousedown: MouseEvent;
    mouseenter: MouseEvent;
    mouseleave: MouseEvent;
    mousemove: MouseEvent;
    mouseout: MouseEvent;
    mouseover: MouseEvent;
    mouseup: MouseEvent;
    offline: Event on window;
    online: Event on window;
    orientationchange: Event on window;
    pagehide: PageTransitionEvent on window;
    pagereveal: Event on window;
    pageshow: PageTransitionEvent on window;
    pageswap: Event on window;
    paste: ClipboardEvent;
    pause: Event;
    play: Event;
    playing: Event;
    pointercancel: PointerEvent;
    pointerdown: PointerEvent;
    pointerenter: PointerEvent;
    pointerleave: PointerEvent;
    pointerlockchange: Event on document;
    pointerlockerror: Event on document;
    pointermove: PointerEvent;
    pointerout: PointerEvent;
    pointerover: PointerEvent;
    pointerrawupdate: PointerEvent;
    pointerup: PointerEvent;
    popstate: PopStateEvent on window;
    prerenderingchange: Event on document;
    progress: ProgressEvent;
    ratechange: Event;
    readystatechange: Event on document;
    rejectionhandled: PromiseRejectionEvent on window;
    reset: Event;
    resize: UiEvent on window;
    resume: Event on document;
    scroll: Event;
    scrollend: Event;
    search: Event;
    securitypolicyviolation: SecurityPolicyViolationEvent;
    seeked: Event;
    seeking: Event;
    select: Event;
    selectionchange: Event on document;
    selectstart: Event;
    slotchange: Event;
    stalled: Event;
    storage: StorageEvent on window;
    submit: SubmitEvent;
    suspend: Event;
    timeupdate: Event;
    toggle: ToggleEvent;
    touchcancel: TouchEvent;
    touchend: TouchEvent;
    touchmove: TouchEvent;
    touchstart: TouchEvent;
    transitioncancel: TransitionEvent;
    transitionend: TransitionEvent;
    transitionrun: TransitionEvent;
    transitionstart: TransitionEvent;
    unhandledrejection: PromiseRejectionEvent on window;
    unload: Event on window;
    visibilitychange: Event on document;
    volumechange: Event;
    waiting: Event;
    waitingforkey: Event;
    wheel: WheelEvent;
    /// A request of the page began, failed, was tried again or ended; the client dispatches it for every element.
    datastar_fetch "datastar-fetch": DatastarFetchEvent;
    /// The client has applied the attributes of the page.
    datastar_ready "datastar-ready": Event on document;
    /// Signals changed; unlike `data-on-signal-patch` it has no guard: setting a signal in it goes on forever.
    datastar_signal_patch "datastar-signal-patch": CustomEvent;
    /// A morph changed what a form control holds.
    datastar_prop_change "datastar-prop-change": Event;
    /// A patch changed the children of an element with `data-scope-children`.
    datastar_scope_children "datastar-scope-children": CustomEvent;
}
