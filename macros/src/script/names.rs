//! The names that every page has, and that are worth reading without anything behind them.
//!
//! Left out on purpose: `name`, `status`, `length`, `open`, `close`, `closed`, `find`, `stop`.
//! A window has them too, but who writes one of them alone means a signal.

/// Whether a name is one of the browser's or of the language.
pub(super) fn is_known(name: &str) -> bool {
    LANGUAGE.contains(&name)
        || PAGE.contains(&name)
        || is_handler(name)
        || (name.starts_with(|c: char| c.is_ascii_uppercase()) && is_class(name))
}

/// `HTMLElement`, `MouseEvent`, `ResizeObserver`: classes come in families.
fn is_class(name: &str) -> bool {
    const FAMILIES: [&str; 8] = [
        "Array", "Error", "Event", "Element", "Observer", "List", "Controller", "Stream",
    ];
    const PREFIXES: [&str; 7] = ["HTML", "SVG", "CSS", "DOM", "IDB", "RTC", "Web"];
    CLASSES.contains(&name)
        || FAMILIES.iter().any(|family| name.ends_with(family))
        || PREFIXES.iter().any(|prefix| name.starts_with(prefix))
}

/// `onclick` and the like, which are `null` until somebody sets them.
fn is_handler(name: &str) -> bool {
    matches!(name, "onclick" | "onload" | "onerror" | "onresize" | "onscroll" | "onhashchange" | "onpopstate")
}

const LANGUAGE: [&str; 39] = [
    "$", "el", "arguments", "undefined", "NaN", "Infinity", "globalThis", "Math", "JSON", "Date",
    "Object", "Function", "Boolean", "Symbol", "Number", "BigInt", "String", "RegExp", "Array", "Map",
    "Set", "WeakMap", "WeakSet", "WeakRef", "Promise", "Proxy", "Reflect", "Intl", "Atomics",
    "Iterator", "isNaN", "isFinite", "parseInt", "parseFloat", "encodeURI", "encodeURIComponent",
    "decodeURI", "decodeURIComponent", "eval",
];

const PAGE: [&str; 74] = [
    "window", "self", "document", "location", "navigator", "history", "screen", "console", "event",
    "top", "parent", "opener", "frames", "frameElement", "origin", "isSecureContext", "crossOriginIsolated",
    "localStorage", "sessionStorage", "indexedDB", "caches", "crypto", "performance", "customElements",
    "visualViewport", "speechSynthesis", "scheduler", "navigation", "trustedTypes", "cookieStore",
    "innerWidth", "innerHeight", "outerWidth", "outerHeight", "scrollX", "scrollY", "pageXOffset",
    "pageYOffset", "screenX", "screenY", "screenLeft", "screenTop", "devicePixelRatio", "alert", "confirm",
    "prompt", "print", "fetch", "atob", "btoa", "setTimeout", "setInterval", "clearTimeout", "clearInterval",
    "requestAnimationFrame", "cancelAnimationFrame", "requestIdleCallback", "cancelIdleCallback",
    "queueMicrotask", "structuredClone", "reportError", "postMessage", "matchMedia", "getComputedStyle",
    "getSelection", "scrollTo", "scrollBy", "addEventListener", "removeEventListener", "dispatchEvent",
    "createImageBitmap", "escape", "unescape", "menubar",
];

const CLASSES: [&str; 45] = [
    "Window", "Document", "DocumentFragment", "ShadowRoot", "Node", "NodeFilter", "Text", "Comment", "Range",
    "Selection", "Attr", "EventTarget", "EventSource", "AbortSignal", "FormData", "File", "FileReader",
    "Blob", "URL", "URLSearchParams", "URLPattern", "Headers", "Request", "Response", "XMLHttpRequest",
    "XMLSerializer", "Image", "Audio", "Option", "AudioContext", "Path2D", "OffscreenCanvas", "Worker",
    "SharedWorker", "BroadcastChannel", "MessageChannel", "MessagePort", "Notification", "TextEncoder",
    "TextDecoder", "DataTransfer", "ArrayBuffer", "DataView", "Animation", "Location",
];
