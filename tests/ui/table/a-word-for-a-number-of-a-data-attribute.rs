use starmark::html;
mod rows {
    starmark::dataset! {
        kind data_kind "data-kind": Enumerated["bug", "task"];
        row_id data_row_id "data-row-id": Number;
    }
}
use rows::*;

fn main() {
    let _ = html! { tr data-row-id="seven" {} };
}
