use starmark::Signal;
use starmark::html;

const QUERY: Signal = Signal::new("search-query");

fn main() {
    let _ = html! { p data-text=(QUERY) {} };
}
