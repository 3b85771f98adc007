//! What a row becomes for the builder: a constructor, and a method of elements and lists.

/// The constructor, by what the rules say of key and value.
#[doc(hidden)]
#[macro_export]
macro_rules! __constructor {
    ($plugin:ident, Required Listener, $value:ident $kind:ident, $(#[$doc:meta])*) => {
        $(#[$doc])*
        pub fn $plugin<S>(
            event: impl $crate::data::event::Listen<S>,
            value: impl $crate::data::event::Handles<$crate::data::$kind, S>,
        ) -> $crate::data::Attr<$plugin, S> {
            $crate::data::Attr::listening($crate::data::event::Listen::into_event(event), value)
        }
    };
    ($plugin:ident, Required $sort:ident, $value:ident $kind:ident, $(#[$doc:meta])*) => {
        $(#[$doc])*
        pub fn $plugin(
            key: impl $crate::data::key::Name<$crate::data::key::$sort>,
            value: impl $crate::data::Source<$crate::data::$kind>,
        ) -> $crate::data::Attr<$plugin> {
            $crate::data::Attr::keyed(&key, value)
        }
    };
    ($plugin:ident, Allowed Variable, $value:ident Object, $(#[$doc:meta])*) => {
        $crate::__constructor! { $plugin, Denied, $value Object, $(#[$doc])* }
    };
    ($plugin:ident, Allowed Markup, $value:ident AttributeValue, $(#[$doc:meta])*) => {
        $(#[$doc])*
        pub fn $plugin<K: $crate::data::Sets>(
            key: K,
            value: impl $crate::data::Source<K::Expression>,
        ) -> $crate::data::Attr<$plugin> {
            $crate::data::Attr::keyed(&key, value)
        }
    };
    ($plugin:ident, Allowed $sort:ident, $value:ident $kind:ident, $(#[$doc:meta])*) => {
        $(#[$doc])*
        pub fn $plugin(
            key: impl $crate::data::key::Key<$crate::data::key::$sort>,
            value: impl $crate::data::Source<$crate::data::$kind>,
        ) -> $crate::data::Attr<$plugin> {
            $crate::data::Attr::keyed(&key, value)
        }
    };
    ($plugin:ident, Denied, Denied $kind:ident, $(#[$doc:meta])*) => {
        $(#[$doc])*
        pub fn $plugin() -> $crate::data::Attr<$plugin> {
            $crate::data::Attr::bare()
        }
    };
    ($plugin:ident, $key:ident $($sort:ident)?, $value:ident $kind:ident, $(#[$doc:meta])*) => {
        $(#[$doc])*
        pub fn $plugin(value: impl $crate::data::Source<$crate::data::$kind>) -> $crate::data::Attr<$plugin> {
            $crate::data::Attr::new(value)
        }
    };
}

/// The builder's method, by the same rules.
#[doc(hidden)]
#[macro_export]
macro_rules! __method {
    ($plugin:ident $method:ident, Required Listener, $value:ident $kind:ident, [] $(#[$doc:meta])*) => {
        $(#[$doc])*
        pub fn $method<S>(
            self,
            event: impl $crate::data::event::Listen<S>,
            value: impl $crate::data::event::Handles<$crate::data::$kind, S>,
        ) -> Self {
            self.with($plugin(event, value))
        }
    };
    ($plugin:ident $method:ident, Required $sort:ident, $value:ident $kind:ident, [] $(#[$doc:meta])*) => {
        $(#[$doc])*
        pub fn $method(
            self,
            key: impl $crate::data::key::Name<$crate::data::key::$sort>,
            value: impl $crate::data::Source<$crate::data::$kind>,
        ) -> Self {
            self.with($plugin(key, value))
        }
    };
    ($plugin:ident $method:ident, Allowed Variable, $value:ident Object, [$($place:tt)*] $(#[$doc:meta])*) => {
        $crate::__method! { $plugin $method, Denied, $value Object, [] $(#[$doc])* }
    };
    ($plugin:ident $method:ident, Allowed Markup, $value:ident AttributeValue, [] $(#[$doc:meta])*) => {
        $(#[$doc])*
        pub fn $method<K: $crate::data::Sets>(
            self,
            key: K,
            value: impl $crate::data::Source<K::Expression>,
        ) -> Self {
            self.with($plugin(key, value))
        }
    };
    ($plugin:ident $method:ident, Allowed $sort:ident, $value:ident $kind:ident, [] $(#[$doc:meta])*) => {
        $(#[$doc])*
        pub fn $method(
            self,
            key: impl $crate::data::key::Key<$crate::data::key::$sort>,
            value: impl $crate::data::Source<$crate::data::$kind>,
        ) -> Self {
            self.with($plugin(key, value))
        }
    };
    ($plugin:ident $method:ident, Denied, Denied $kind:ident, [] $(#[$doc:meta])*) => {
        $(#[$doc])*
        pub fn $method(self) -> Self {
            self.with($plugin())
        }
    };
    // The signal has to fit the control.
    ($plugin:ident $method:ident, Exclusive Variable, $value:ident SignalName, [on Control] $(#[$doc:meta])*) => {
        $(#[$doc])*
        pub fn $method(self, signal: impl $crate::data::Binds<T::Sort>) -> Self
        where
            T: $crate::element::Control,
        {
            self.with($plugin(signal))
        }
    };
    ($plugin:ident $method:ident, $key:ident $($sort:ident)?, $value:ident $kind:ident, [$(on $place:ident)? $(first)?] $(#[$doc:meta])*) => {
        $(#[$doc])*
        pub fn $method(self, value: impl $crate::data::Source<$crate::data::$kind>) -> Self
        $(where T: $crate::element::$place)?
        {
            self.with($plugin(value))
        }
    };
}

/// The builder's method as a trait, for elements and lists alike.
#[doc(hidden)]
#[macro_export]
macro_rules! __trait_method {
    ($plugin:ident $method:ident, Denied, Denied $kind:ident, $(#[$doc:meta])*) => {
        pub trait Method: $crate::data::Holder {
            $(#[$doc])*
            fn $method(self) -> Self {
                self.with(super::super::$plugin())
            }
        }
        impl<H: $crate::data::Holder> Method for H {}
    };
    ($plugin:ident $method:ident, Denied, $value:ident $kind:ident, $(#[$doc:meta])*) => {
        pub trait Method: $crate::data::Holder {
            $(#[$doc])*
            fn $method(self, value: impl $crate::data::Source<$crate::data::$kind>) -> Self {
                self.with(super::super::$plugin(value))
            }
        }
        impl<H: $crate::data::Holder> Method for H {}
    };
    ($plugin:ident $method:ident, Exclusive $sort:ident, $value:ident $kind:ident, $(#[$doc:meta])*) => {
        $crate::__trait_method! { $plugin $method, Denied, $value $kind, $(#[$doc])* }
    };
    ($plugin:ident $method:ident, $key:ident $sort:ident, $value:ident $kind:ident, $(#[$doc:meta])*) => {
        pub trait Method: $crate::data::Holder {
            $(#[$doc])*
            fn $method(
                self,
                key: impl $crate::data::key::Name<$crate::data::key::$sort>,
                value: impl $crate::data::Source<$crate::data::$kind>,
            ) -> Self {
                self.with(super::super::$plugin(key, value))
            }
        }
        impl<H: $crate::data::Holder> Method for H {}
    };
    // A word that is no rule: the row names a rule that there is not, which says it at the word itself.
    ($($row:tt)*) => {};
}
