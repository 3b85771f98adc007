//! Rows that go, once they are asked twice.

use starmark_browser::eventually;

use crate::demo;

#[test]
fn a_row_goes_once_one_is_sure() {
    demo("/delete-row", |_, page| {
        page.evaluate("window.questions = []; window.confirm = text => { questions.push(text); return false }", &[]);
        page.click("#guest-1 button");
        assert_eq!(
            page.evaluate("return questions.join()", &[]),
            "Are you sure?"
        );
        page.evaluate("window.confirm = () => true", &[]);
        page.click("#guest-2 button");
        page.wait_until_gone("#guest-2");
        assert_eq!(
            page.texts("#guests tbody tr").len(),
            4,
            "the one that was not meant is there"
        );
        // For this session.
        page.load(&page.url());
        assert_eq!(page.texts("#guests tbody tr").len(), 4);
        page.click("#reset");
        eventually("all are back", || page.texts("#guests tbody tr").len() == 5);
    });
}
