starmark::elements! {
    star_rating "star-rating": Parent {}
}

starmark::elements! {
    thin_line "thin-line": Parent {}
}

fn main() {}
