use starmark::data::Signal;
use starmark::js;

#[derive(Clone, Copy)]
struct Counter {
    count: Signal<i64>,
    open: Signal<bool>,
    query: Signal<String>,
    tags: Signal<Vec<String>>,
    ratio: Signal<f64>,
}

const S: Counter = Counter {
    count: Signal::of("count"),
    open: Signal::of("open"),
    query: Signal::of("query"),
    tags: Signal::of("tags"),
    ratio: Signal::of("ratio"),
};

fn main() {
    let s = S;
    let _ = js!(s.count + 9007199254740993);
}
