starmark::elements! {
    star_rating "star-rating": Container {}
}

fn main() {}
