starmark::plugins! {
    sortable data_sortable "sortable": key Never, value Required Statements {}
}

fn main() {}
