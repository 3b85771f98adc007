use starmark::client::Policy;

fn main() {
    println!("{}", Policy::new("4bf5122f344554c5"));
}
