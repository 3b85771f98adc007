//! The pages of all examples as they are served: there is nothing wrong in them.

use starmark::testing::check_page;
use starmark_browser::Server;

const EXAMPLES: [&str; 9] = [
    "board", "chat", "counter", "form", "kanban", "progress", "sign_in", "storage", "todo",
];

#[test]
fn the_examples_have_no_mistakes() {
    for example in EXAMPLES {
        let server = Server::example(example);
        let page = server.get("/");
        assert!(page.contains("datastar"), "{example} has no page: {page}");
        assert_eq!(check_page(&page), [], "{example}");
    }
}
