use starmark::prelude::*;

#[derive(Signals)]
struct Ui {
    open: bool,
}

#[derive(Signals)]
struct Page {
    open: bool,
    count: i64,
    query: String,
    tags: Vec<String>,
    ui: Ui,
}

fn main() {
    let s = Page::signals();
    let _ = html! {
        input data-bind=(s.open);
        input type="number" data-bind=(s.query);
        input type="checkbox" data-bind=(s.query);
        input type="file" data-bind=(s.query);
        input type="radio" data-bind=(s.tags);
        select multiple data-bind=(s.query) {}
        select data-bind=(s.tags) {}
        textarea data-bind=(s.count) {}
        textarea data-bind=(s.ui) {}
        div data-bind=(s.query) {}
        textarea data-bind=("query".to_owned()) {}
    };
    let _ = html::textarea().data_bind(s.open);
    let _ = html::input().data_bind(*s.ui);
}
