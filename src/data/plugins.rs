//! The plugins of Datastar 1.0.4, one row each.
//!
//! A row reads: the type's name, the builder's method, the name in HTML; in brackets the elements it belongs on,
//! or `first` if others depend on it; whether it has a key, of which sort, and whether `__case` may change that;
//! whether it has a value, and of which kind; its modifiers, each with the type of its argument and those that it
//! contradicts. Adding a modifier is one line here. Source: <https://data-star.dev/reference/attributes>.

crate::plugins! { @inherent
    /// Keeps an attribute of the element equal to an expression, which is of that attribute's kind: a `bool` for
    /// `html::button::disabled`, text for `html::button::aria_expanded`.
    attr data_attr "attr": key Allowed Markup, value Required AttributeValue {}
    /// Ties a form control to a signal, both ways.
    bind data_bind "bind" [on Control]: key Exclusive Variable case, value Exclusive SignalName {
        /// Binds a property other than the usual one.
        prop: PropName;
        /// Listens to other events than the usual ones.
        event: EventNames;
    }
    /// Puts a class on the element while an expression is true.
    class data_class "class": key Allowed Class case, value Required Condition {}
    /// A signal whose value is an expression.
    computed data_computed "computed": key Allowed Variable case, value Required Expression {}
    /// Runs statements now and whenever a signal in them changes.
    effect data_effect "effect": key Denied, value Required Statements {}
    /// A signal that is true while a request of this element is under way.
    indicator data_indicator "indicator" [first]: key Exclusive Variable case, value Exclusive SignalName {}
    /// Runs statements when the element comes to be.
    init data_init "init": key Denied, value Required Statements {
        /// Waits before running.
        delay: Time;
        /// Runs inside a view transition.
        viewtransition;
    }
    /// Shows the signals as JSON, for debugging.
    json_signals data_json_signals "json-signals": key Denied, value Allowed Filters {
        /// Without line breaks.
        terse;
    }
    /// Runs statements when an event fires.
    on data_on "on": key Required Listener case, value Required Statements {
        /// Only the first time.
        once without outside;
        /// Promises not to prevent the default action.
        passive without prevent;
        /// Listens on the way down.
        capture;
        /// Listens on the window.
        window without document outside;
        /// Listens on the document.
        document without window outside;
        /// Only for events outside of the element.
        outside without prevent once window document;
        /// Prevents the default action.
        prevent without passive outside;
        /// Stops the event from going on.
        stop;
        /// Waits before running.
        delay: Time;
        /// Waits for a pause in the events.
        debounce: Debounce;
        /// Runs at most once in a while.
        throttle: Throttle;
        /// Runs inside a view transition.
        viewtransition;
    }
    /// Runs statements when the element comes into view.
    on_intersect data_on_intersect "on-intersect": key Denied, value Required Statements {
        /// Only the first time.
        once;
        /// When it goes out of view instead.
        exit;
        /// When half of it is in view.
        half without full threshold;
        /// When all of it is in view.
        full without half threshold;
        /// When this many percent of it are in view.
        threshold: Percent without half full;
        /// Waits before running.
        delay: Time;
        /// Waits for a pause.
        debounce: Debounce;
        /// Runs at most once in a while.
        throttle: Throttle;
        /// Runs inside a view transition.
        viewtransition;
    }
    /// Runs statements again and again.
    on_interval data_on_interval "on-interval": key Denied, value Required Statements {
        /// How long a turn takes; a second, if not said otherwise.
        duration: Tick;
        /// Runs inside a view transition.
        viewtransition;
    }
    /// Runs an expression when signals change.
    on_signal_patch data_on_signal_patch "on-signal-patch": key Denied, value Required Reaction {
        /// Waits before running.
        delay: Time;
        /// Waits for a pause.
        debounce: Debounce;
        /// Runs at most once in a while.
        throttle: Throttle;
    }
    /// A signal that holds the element.
    ref_ data_ref "ref": key Exclusive Variable case, value Exclusive SignalName {}
    /// Shows the element while an expression is true.
    show data_show "show": key Denied, value Required Condition {}
    /// Sets signals: an object, or the value of the signal that is the key.
    signals data_signals "signals" [first]: key Allowed Variable case, value Allowed Object {
        /// Leaves signals alone that are there.
        ifmissing;
    }
    /// Keeps a CSS property of the element equal to an expression.
    style data_style "style": key Allowed Css, value Required StyleValue {}
    /// Keeps the element's text equal to an expression.
    text data_text "text": key Denied, value Required Content {}
    /// Lets the client pass by the element and what is in it.
    ignore data_ignore "ignore": key Denied, value Denied Nothing {
        /// Only the element itself; what is in it is applied.
        only_self "self";
    }
    /// Leaves the element as it is when a patch morphs it; it has to stand on the old and the new one.
    ignore_morph data_ignore_morph "ignore-morph": key Denied, value Denied Nothing {}
    /// Keeps what attributes of the old element are, such as `open` of `details`, when a patch morphs it.
    preserve_attr data_preserve_attr "preserve-attr": key Denied, value Required Names {}
    /// Which signals `data-on-signal-patch` on the same element listens to.
    on_signal_patch_filter data_on_signal_patch_filter "on-signal-patch-filter": key Denied, value Required Filters {}
    /// The nonce of the page's content security policy, with which the client compiles expressions.
    nonce data_nonce "nonce" [on Root]: key Denied, value Required Text {}
}

/// One signal and its value.
///
/// ```
/// use starmark::{data, signal};
/// assert_eq!(data::signal(signal!("ui.isOpen"), true).to_string(), r#" data-signals:ui.is-open="true""#);
/// ```
#[cfg(feature = "json")]
pub fn signal<P: super::SignalHandle + super::key::Name<super::key::Variable>>(
    signal: P,
    value: impl crate::signals::ValueOf<P::Value>,
) -> super::Attr<signals> {
    super::Attr::keyed(&signal, super::initial::Single::new(value))
}
