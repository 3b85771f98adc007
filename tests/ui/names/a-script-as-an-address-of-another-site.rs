use starmark::sse::External;

const SCRIPT: External = External::new("javascript:alert(1)");

fn main() {
    let _ = SCRIPT;
}
