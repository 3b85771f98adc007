starmark::plugins! {
    sortable data_sortable "sortable": value Required Statements {}
}

fn main() {}
