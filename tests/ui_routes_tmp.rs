#[test]
fn routes() {
    trybuild::TestCases::new().compile_fail("tests/ui/routes/*.rs");
}
