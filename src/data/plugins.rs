//! The plugins of Datastar 1.0.4, one row each.
//!
//! A row reads: the type's name, the builder's method, the name in HTML; whether the attribute has a key and a
//! value; the kind of its value; its modifiers, each with the type of its argument. Adding a modifier is one
//! line here. Source: <https://data-star.dev/reference/attributes>.

use super::check::{ModifierRow, Presence, Row};
use super::expr::{Expression, Object, SignalName, Source, Statements};
use super::modifier::{
    Argument, Case, Debounce, EventNames, NoArgument, Percent, PropName, Throttle, Tick, Time,
};
use super::{Attr, Data, Name, Plugin, PluginRow};
use crate::element::{Element, Tag};

/// Makes of each row a type, a lookup for templates, a constructor, a builder method, and the modifiers.
macro_rules! plugins {
    ($($(#[$doc:meta])* $form:ident $plugin:ident $method:ident $wire:literal: key $key:ident, value $value:ident, $kind:ident {
        $($(#[$modifier_doc:meta])* $modifier:ident $(: $argument:ident)?;)*
    })*) => {$(
        $(#[$doc])*
        #[allow(non_camel_case_types)]
        #[derive(Debug, Clone, Copy)]
        pub enum $plugin {}

        impl PluginRow for $plugin {
            type Kind = $kind;
            const ATTRIBUTE: &'static str = concat!("data-", $wire);
            const ROW: Row = Row::new($wire, Presence::$key, Presence::$value, &[$(
                ModifierRow::new(stringify!($modifier), <argument!($($argument)?) as Argument>::TAGS),
            )*]);
        }

        impl Data {
            $(#[$doc])*
            #[doc(hidden)]
            pub const fn $plugin(self) -> Plugin<$plugin> {
                Plugin::new()
            }
        }

        constructor! { $form $plugin $method $kind $(#[$doc])* }

        impl Name<$plugin> {
            $(modifier! { $modifier $($argument)? ; |name, modify| modify(name) ; $(#[$modifier_doc])* })*
        }

        impl Attr<$plugin> {
            $(modifier! { $modifier $($argument)? ; |attribute, modify| attribute.map_name(modify) ; $(#[$modifier_doc])* })*
        }
    )*

        /// The names of all rows, for "did you mean".
        pub(super) const NAMES: &[&str] = &[$($wire),*];
    };
}

/// The type of a modifier's argument.
macro_rules! argument {
    () => {
        NoArgument
    };
    ($argument:ident) => {
        $argument
    };
}

/// A method that adds one modifier.
macro_rules! modifier {
    ($modifier:ident ; |$self:ident, $modify:ident| $apply:expr ; $(#[$doc:meta])*) => {
        $(#[$doc])*
        pub fn $modifier(self) -> Self {
            let ($self, $modify) = (self, |name: Name<_>| name.modifier(stringify!($modifier), &NoArgument));
            $apply
        }
    };
    ($modifier:ident $argument:ident ; |$self:ident, $modify:ident| $apply:expr ; $(#[$doc:meta])*) => {
        $(#[$doc])*
        pub fn $modifier(self, argument: impl Into<$argument>) -> Self {
            let argument: $argument = argument.into();
            let ($self, $modify) = (self, |name: Name<_>| name.modifier(stringify!($modifier), &argument));
            $apply
        }
    };
}

/// The constructor and the builder method, by the form of the attribute.
macro_rules! constructor {
    (keyless $plugin:ident $method:ident $kind:ident $(#[$doc:meta])*) => {
        $(#[$doc])*
        pub fn $plugin(value: impl Source<$kind>) -> Attr<$plugin> {
            Attr::new(Name::bare(), &value)
        }

        impl<T: Tag> Element<T> {
            $(#[$doc])*
            pub fn $method(self, value: impl Source<$kind>) -> Self {
                self.with($plugin(value))
            }
        }
    };
    (keyed $plugin:ident $method:ident $kind:ident $(#[$doc:meta])*) => {
        $(#[$doc])*
        pub fn $plugin(key: impl Into<Name<$plugin>>, value: impl Source<$kind>) -> Attr<$plugin> {
            Attr::new(key.into(), &value)
        }

        impl<T: Tag> Element<T> {
            $(#[$doc])*
            pub fn $method(self, key: impl Into<Name<$plugin>>, value: impl Source<$kind>) -> Self {
                self.with($plugin(key, value))
            }
        }
    };
}

plugins! {
    /// Keeps an attribute of the element equal to an expression.
    keyed attr data_attr "attr": key Allowed, value Required, Expression {}
    /// Ties a form control to a signal, both ways.
    keyless bind data_bind "bind": key Exclusive, value Exclusive, SignalName {
        /// How the key is spelt as a signal.
        case: Case;
        /// Binds a property other than the usual one.
        prop: PropName;
        /// Listens to other events than the usual ones.
        event: EventNames;
    }
    /// Puts a class on the element while an expression is true.
    keyed class data_class "class": key Allowed, value Required, Expression {
        /// How the key is spelt as a class.
        case: Case;
    }
    /// A signal whose value is an expression.
    keyed computed data_computed "computed": key Allowed, value Required, Expression {
        /// How the key is spelt as a signal.
        case: Case;
    }
    /// Runs statements now and whenever a signal in them changes.
    keyless effect data_effect "effect": key Denied, value Required, Statements {}
    /// A signal that is true while a request of this element is under way.
    keyless indicator data_indicator "indicator": key Exclusive, value Exclusive, SignalName {
        /// How the key is spelt as a signal.
        case: Case;
    }
    /// Runs statements when the element comes to be.
    keyless init data_init "init": key Denied, value Required, Statements {
        /// Waits before running.
        delay: Time;
        /// Runs inside a view transition.
        viewtransition;
    }
    /// Shows the signals as JSON, for debugging.
    keyless json_signals data_json_signals "json-signals": key Denied, value Allowed, Expression {
        /// Without line breaks.
        terse;
    }
    /// Runs statements when an event fires.
    keyed on data_on "on": key Required, value Required, Statements {
        /// Only the first time.
        once;
        /// Promises not to prevent the default action.
        passive;
        /// Listens on the way down.
        capture;
        /// Listens on the window.
        window;
        /// Listens on the document.
        document;
        /// Only for events outside of the element.
        outside;
        /// Prevents the default action.
        prevent;
        /// Stops the event from going on.
        stop;
        /// How the key is spelt as an event.
        case: Case;
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
    keyless on_intersect data_on_intersect "on-intersect": key Denied, value Required, Statements {
        /// Only the first time.
        once;
        /// When it goes out of view instead.
        exit;
        /// When half of it is in view.
        half;
        /// When all of it is in view.
        full;
        /// When this many percent of it are in view.
        threshold: Percent;
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
    keyless on_interval data_on_interval "on-interval": key Denied, value Required, Statements {
        /// How long a turn takes; a second, if not said otherwise.
        duration: Tick;
        /// Runs inside a view transition.
        viewtransition;
    }
    /// Runs an expression when signals change.
    keyless on_signal_patch data_on_signal_patch "on-signal-patch": key Denied, value Required, Expression {
        /// Waits before running.
        delay: Time;
        /// Waits for a pause.
        debounce: Debounce;
        /// Runs at most once in a while.
        throttle: Throttle;
    }
    /// A signal that holds the element.
    keyless ref_ data_ref "ref": key Exclusive, value Exclusive, SignalName {
        /// How the key is spelt as a signal.
        case: Case;
    }
    /// Shows the element while an expression is true.
    keyless show data_show "show": key Denied, value Required, Expression {}
    /// Sets signals: an object, or the value of the signal that is the key.
    keyless signals data_signals "signals": key Allowed, value Allowed, Object {
        /// How the key is spelt as a signal.
        case: Case;
        /// Leaves signals alone that are there.
        ifmissing;
    }
    /// Keeps a CSS property of the element equal to an expression.
    keyed style data_style "style": key Allowed, value Required, Expression {}
    /// Keeps the element's text equal to an expression.
    keyless text data_text "text": key Denied, value Required, Expression {}
}
