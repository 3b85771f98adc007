use starmark::post;

fn main() {
    let list: starmark::Signal<Vec<u8>> = starmark::Signal::of("list");
    let _ = post("/x").segment(list);
}
