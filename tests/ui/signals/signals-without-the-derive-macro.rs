use starmark::html;
use starmark::html::div;

#[derive(serde::Serialize)]
struct Filter {
    query: &'static str,
}

fn main() {
    let filter = Filter { query: "" };
    let _ = html! { p data-signals=(filter) {} };
    let _ = html! { p data-signals:filter=(filter) {} };
    let _ = div().data_signals(&filter);
}
