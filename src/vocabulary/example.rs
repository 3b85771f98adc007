//! The macros that write the example of a row: how it is called, and the bytes that it prints.
//!
//! They are made of the same tokens as the row's code, so an example cannot be out of date; it runs as a doctest all
//! the same. In front of the rows stands their module in brackets, `[html]`. Brackets of other crates are empty: what
//! their modules are called is not known here, and so their rows have no examples, and no docs, but their own.

/// An element in a template.
#[doc(hidden)]
#[macro_export]
macro_rules! __template_example {
    ([html] [$tag:ident $($wire:literal)?, $kind:ident]) => {
        $crate::__template_example!(@in "", "", "", ""; $tag $($wire)?, $kind)
    };
    ([svg] [$tag:ident $($wire:literal)?, $kind:ident]) => {
        $crate::__template_example!(@in "svg { ", " }", "<svg>", "</svg>"; $tag $($wire)?, $kind)
    };
    ([mathml] [$tag:ident $($wire:literal)?, $kind:ident]) => {
        $crate::__template_example!(@in "math { ", " }", "<math>", "</math>"; $tag $($wire)?, $kind)
    };
    (@in $open:literal, $close:literal, $start:literal, $end:literal; $tag:ident $($wire:literal)?, $kind:ident) => {
        ::core::concat!(
            " ```\n use starmark::html;\n let markup = html! { ", $open, $crate::__wire!($tag $($wire)?),
            $crate::__example_content!($kind), $close, " };\n assert_eq!(markup.as_str(), \"", $start,
            $crate::__example_bytes!($tag $($wire)?, $kind, ""), $end, "\");\n ```",
        )
    };
}

/// An element by its constructor.
#[doc(hidden)]
#[macro_export]
macro_rules! __element_example {
    ([$module:ident] [$tag:ident $($wire:literal)?, $kind:ident]) => {
        ::core::concat!(
            " ```\n use starmark::", ::core::stringify!($module), ";\n assert_eq!(", ::core::stringify!($module), "::",
            ::core::stringify!($tag), "().to_string(), \"", $crate::__example_bytes!($tag $($wire)?, $kind, ""),
            "\");\n ```",
        )
    };
}

/// An attribute of an element by its method.
#[doc(hidden)]
#[macro_export]
macro_rules! __attribute_example {
    ([$module:ident] [$tag:ident $($wire:literal)?, $kind:ident] $name:ident $($attribute:literal)?, $value_kind:ident $($value:literal)*) => {
        ::core::concat!(
            " ```\n use starmark::", ::core::stringify!($module), ";\n let element = ", ::core::stringify!($module), "::",
            ::core::stringify!($tag), "().", ::core::stringify!($name), "(",
            $crate::__example_value!(@code $value_kind $($value)*), ");\n assert_eq!(element.to_string(), r#\"",
            $crate::__example_bytes!(
                $tag $($wire)?, $kind,
                $crate::__example_value!(@attribute $name $($attribute)?, $value_kind $($value)*)
            ),
            "\"#);\n ```",
        )
    };
}

/// What stands behind the name of an element in a template.
#[doc(hidden)]
#[macro_export]
macro_rules! __example_content {
    (Void) => {
        ";"
    };
    ($kind:ident) => {
        " {}"
    };
}

/// The bytes of an empty element.
#[doc(hidden)]
#[macro_export]
macro_rules! __example_bytes {
    ($tag:ident $($wire:literal)?, Void, $attribute:expr) => {
        ::core::concat!("<", $crate::__wire!($tag $($wire)?), $attribute, ">")
    };
    ($tag:ident $($wire:literal)?, $kind:ident, $attribute:expr) => {
        ::core::concat!(
            "<", $crate::__wire!($tag $($wire)?), $attribute, "></", $crate::__wire!($tag $($wire)?), ">",
        )
    };
}

/// A value of a kind: as code, and as the attribute with it.
#[doc(hidden)]
#[macro_export]
macro_rules! __example_value {
    (@code Flag) => { "true" };
    (@code Number) => { "1" };
    (@code Html) => { "starmark::render(starmark::html::br())" };
    (@code Script) => { "starmark::PreEscaped(\"go()\")" };
    (@code Style) => { "starmark::PreEscaped(\"color: red\")" };
    (@code $kind:ident $($value:literal)*) => {
        ::core::concat!("\"", $crate::__example_value!(@written $kind $($value)*), "\"")
    };
    (@attribute $name:ident $($wire:literal)?, Flag) => { ::core::concat!(" ", $crate::__wire!($name $($wire)?)) };
    (@attribute $name:ident $($wire:literal)?, $kind:ident $($value:literal)*) => {
        ::core::concat!(
            " ", $crate::__wire!($name $($wire)?), "=\"", $crate::__example_value!(@written $kind $($value)*), "\"",
        )
    };
    (@written $kind:ident $first:literal $($value:literal)*) => { $first };
    (@written Number) => { "1" };
    (@written Url) => { "/x" };
    (@written Tokens) => { "x y" };
    (@written Script) => { "go()" };
    (@written Style) => { "color: red" };
    (@written Html) => { "&lt;br&gt;" };
    (@written $kind:ident) => { "x" };
}
