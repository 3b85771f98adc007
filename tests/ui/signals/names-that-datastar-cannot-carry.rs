use starmark::Signals;

#[derive(Signals)]
struct Page {
    two__underscores: bool,
    type_: bool,
    _private: bool,
    #[serde(rename = "1st")]
    digit: bool,
    #[serde(rename = "my-signal")]
    hyphen: bool,
    #[serde(rename = "a.b")]
    dot: bool,
    #[serde(rename = "größe")]
    umlaut: bool,
    #[serde(rename = "")]
    empty: bool,
    #[serde(rename = "__proto__")]
    proto: bool,
    #[allow(non_snake_case)]
    toString: bool,
    constructor: bool,
    prototype: bool,
    #[serde(rename = "valueOf")]
    value: bool,
    #[signals(local)]
    #[serde(rename = "_toJSON_")]
    local: bool,
}

fn main() {}
