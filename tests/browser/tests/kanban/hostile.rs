//! Text from tickets, file names and searches is text, whatever it looks like.

use starmark_browser::{Page, eventually, in_browser};

use crate::board::{Board, ticket, title_of};

/// Breaks out of an element, an attribute, a document and a script, and names Datastar's parts.
const TITLE: &str = "<script>window.hacked = 1</script> '\"& </body></html> \
    <img src=x onerror=\"window.hacked = 1\"> @get('/x') $search {{1}} &lt; </template>";

fn assert_unharmed(page: &Page<'_>) {
    assert_eq!(
        page.evaluate("return window.hacked === undefined", &[]),
        true
    );
    assert!(!page.has("#board script"));
    assert!(!page.has("img[onerror]"));
}

#[test]
fn a_hostile_title_shows_as_text_at_once_and_in_patches() {
    let tickets = [("web-1", "todo", "Fix login"), ("web-2", "todo", TITLE)];
    in_browser(Board::start(&tickets), |browser, board| {
        let page = board.open(browser);
        assert_eq!(page.text(&title_of("web-2")).as_deref(), Some(TITLE));
        assert_unharmed(&page);
        board.write("web-1.md", &ticket("web-1", "doing", TITLE));
        page.wait_for_text(&title_of("web-1"), TITLE);
        assert_unharmed(&page);
        page.type_text("#search", "<script>");
        page.wait_for("#ticket-web-1");
        assert_unharmed(&page);
    });
}

#[test]
fn line_breaks_in_a_body_cannot_inject_an_event() {
    let body = "First\rdata: selector body\r\ndata: mode remove\n\nevent: datastar-patch-signals\r\
        data: signals {\"hacked\": 1}\r\r</body></html><script>window.hacked = 1</script>";
    in_browser(Board::of_three(), |browser, board| {
        let page = board.open(browser);
        let text = ticket("web-1", "todo", "Fix line breaks");
        board.write("web-1.md", &text.replace("Seen by", body));
        page.wait_for_text(&title_of("web-1"), "Fix line breaks");
        // A second patch shows that the stream is still in step.
        board.write("web-2.md", &ticket("web-2", "doing", "Still alive"));
        page.wait_for_text(&title_of("web-2"), "Still alive");
        assert!(page.has("#board") && page.has("#counts"));
        assert_unharmed(&page);
    });
}

#[test]
fn line_breaks_in_a_file_name_cannot_inject_an_event() {
    let name = "a\rdata: selector body\rdata: mode remove\r\nb\n\n\revent: x\r\r.md";
    in_browser(Board::of_three(), |browser, board| {
        let page = board.open(browser);
        board.write(name, "no front matter");
        eventually("the problem names the file", || {
            page.texts(".problem")
                .iter()
                .any(|problem| problem.contains("data: mode remove"))
        });
        board.write("web-2.md", &ticket("web-2", "doing", "Still alive"));
        page.wait_for_text(&title_of("web-2"), "Still alive");
        assert_unharmed(&page);
    });
}

#[test]
fn a_hostile_file_name_and_a_hostile_search_show_as_text() {
    let name = "a'\"&<img src=x onerror=window.hacked=1>.md";
    in_browser(Board::of_three(), |browser, board| {
        let page = board.open(browser);
        board.write(name, "no front matter <script>window.hacked = 1</script>");
        eventually("the problem names the file", || {
            page.texts(".problem")
                .iter()
                .any(|problem| problem.contains(name))
        });
        assert_unharmed(&page);
        page.load(&board.url("/?query=%22%3E%3Cscript%3Ewindow.hacked%3D1%3C%2Fscript%3E%27"));
        assert_eq!(
            page.field("#search"),
            "\"><script>window.hacked=1</script>'"
        );
        assert_unharmed(&page);
    });
}
