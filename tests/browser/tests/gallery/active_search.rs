//! A list that narrows while one types.

use crate::demo;

#[test]
fn the_list_narrows_while_one_types() {
    demo("/active-search", |_, page| {
        assert_eq!(page.texts("#contacts tbody tr").len(), 10);
        page.type_text("[type=search]", "haddad");
        page.wait_for_text("#contacts tr:nth-child(2) td", "Yara Haddad");
        assert_eq!(page.texts("#contacts tbody tr").len(), 2);
        assert_eq!(page.field("[type=search]"), "haddad");
        page.type_text("[type=search]", "<b>");
        page.wait_for_text("#contacts p", "Nobody is called that.");
    });
}
