//! Files as signals.

use std::fs;

use crate::demo;

#[test]
fn files_come_to_the_server_whole() {
    let folder = std::env::temp_dir().join(format!("starmark-upload-{}", std::process::id()));
    fs::create_dir_all(&folder).expect("a folder can be made");
    let file = |name: &str, bytes: &[u8]| {
        let path = folder.join(name);
        fs::write(&path, bytes).expect("a file can be written");
        path.display().to_string()
    };
    let (text, large) = (
        file("<b>.txt", b"one\ntwo"),
        file("large.bin", &vec![0xFF; 2_000_000]),
    );
    demo("/file-upload", |browser, page| {
        page.wait_for(".demo .main:disabled");
        page.type_text("#files", &text);
        page.wait_for(".demo .main:enabled");
        page.click(".demo .main");
        page.wait_for_text("#received td", "<b>.txt");
        assert_eq!(
            page.texts("#received td"),
            ["<b>.txt", "text/plain", "7", "2"]
        );
        // One that is too large is refused, and said to be.
        browser.allow("413");
        page.type_text("#files", &large);
        page.click(".demo .main");
        page.wait_for_text("[role=alert]", "This is too large.");
    });
    fs::remove_dir_all(&folder).expect("the folder can be removed");
}
