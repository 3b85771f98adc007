starmark::elements! {
    star_rating "star-rating" {}
}

fn main() {}
