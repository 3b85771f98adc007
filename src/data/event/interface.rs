//! The interfaces of events, which say what a handler can read.
//!
//! Sources: <https://dom.spec.whatwg.org/#interface-event> and the standards of each event.

/// The interfaces of events, named as in the standards.
macro_rules! interfaces {
    ($($interface:ident)*) => {$(
        #[doc = concat!("The events of the interface `", stringify!($interface), "`.")]
        #[derive(Debug, Clone, Copy)]
        pub enum $interface {}
    )*};
}

interfaces! {
    AnimationEvent BeforeUnloadEvent ClipboardEvent CommandEvent CompositionEvent
    ContentVisibilityAutoStateChangeEvent CustomEvent DatastarFetchEvent DeviceMotionEvent
    DeviceOrientationEvent Event DragEvent ErrorEvent FocusEvent FormDataEvent GamepadEvent HashChangeEvent
    InputEvent KeyboardEvent MessageEvent MouseEvent PageTransitionEvent PointerEvent PopStateEvent
    ProgressEvent PromiseRejectionEvent SecurityPolicyViolationEvent StorageEvent SubmitEvent ToggleEvent
    TouchEvent TransitionEvent UiEvent WheelEvent
}
