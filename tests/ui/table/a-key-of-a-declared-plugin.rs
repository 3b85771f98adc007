use starmark::html;
mod sorting {
    starmark::plugins! {
        sortable data_sortable "sortable": key Denied, value Required Statements {
            inside without outside;
            outside without inside;
        }
    }
}
use sorting::*;

fn main() {
    let _ = html! { ul data-sortable:x="@post('/order')" {} };
}
