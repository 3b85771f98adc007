use starmark::sse::Patch;

fn main() {
    let _ = Patch::new().inner("#stats", "1 result");
}
