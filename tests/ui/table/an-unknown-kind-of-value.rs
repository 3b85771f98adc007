starmark::elements! {
    star_rating "star-rating": Parent {
        value: Integer;
    }
}

fn main() {}
