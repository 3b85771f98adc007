use starmark::html::*;

fn main() {
    let _ = p().data_class("late", 1.5);
}
