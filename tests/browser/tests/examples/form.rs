//! The form: what is wrong is said where it is, and what was typed stays.

use starmark_browser::{Page, Server, in_browser};

use super::keep;

fn fill(page: &Page<'_>, field: &str, text: &str) {
    page.clear(field);
    page.type_text(field, text);
}

#[test]
fn what_is_wrong_is_said_next_to_its_field() {
    in_browser(Server::example("form"), |browser, server| {
        let page = browser.open(&server.url("/"));
        fill(&page, "#name", "grace");
        fill(&page, "#email", "<no address>");
        fill(&page, "#password", "short");
        page.click("button");
        page.wait_for_text("#email-problem", "This is no address for mail.");
        assert_eq!(
            page.texts("small"),
            [
                "",
                "This is no address for mail.",
                "A password has 8 characters or more."
            ]
        );
        let values = ["#name", "#email", "#password"].map(|field| page.field(field));
        assert_eq!(values, ["grace", "<no address>", "short"]);
        assert!(page.has("#email[aria-invalid=true][aria-describedby=email-problem]"));
        assert!(page.has("#name[aria-invalid=false]"));
        keep(&page, "form-wrong");
        page.prefer("dark");
        page.as_phone();
        keep(&page, "form-phone");
        fill(&page, "#email", "grace@example.org");
        fill(&page, "#password", "long enough");
        page.press_enter("#password");
        page.wait_for_text("strong", "grace");
        assert!(page.url().ends_with("/welcome"));
        keep(&page, "form-welcome");
    });
}

#[test]
fn a_name_is_checked_while_it_is_typed() {
    in_browser(Server::example("form"), |browser, server| {
        let page = browser.open(&server.url("/"));
        page.type_text("#email", "half@");
        page.type_text("#name", "Ada");
        page.wait_for_text("#name-problem", "This name is taken.");
        // Only this field, and whoever types goes on.
        assert_eq!(page.text("#email-problem").as_deref(), Some(""));
        assert_eq!(
            page.evaluate("return document.activeElement.id", &[]),
            "name"
        );
        page.type_text("#name", "m");
        page.wait_for_text("#name-problem", "");
        assert_eq!(page.field("#name"), "Adam");
    });
}

#[test]
fn two_clicks_send_the_form_once() {
    in_browser(Server::example("form"), |browser, server| {
        let page = browser.open(&server.url("/"));
        for (field, text) in [
            ("#name", "Grace"),
            ("#email", "g@example.org"),
            ("#password", "12345678"),
        ] {
            page.type_text(field, text);
        }
        page.wait_for("#name[aria-invalid=false]");
        page.evaluate(
            "window.sent = 0; const fetch = window.fetch; \
            window.fetch = (...all) => { sent += all[1]?.method == 'POST' && String(all[0]).endsWith('/'); return fetch(...all) }; \
            const button = document.querySelector('button'); button.click(); button.click(); button.click()",
            &[],
        );
        page.wait_for("button:disabled");
        assert_eq!(page.evaluate("return sent", &[]), 1);
        keep(&page, "form-sending");
        page.wait_for_text("strong", "Grace");
        // Another browser finds the name taken, and who has not signed up is led to the form.
        in_browser((), |other, ()| {
            let page = other.open(&server.url("/welcome"));
            page.type_text("#name", "GRACE");
            page.wait_for_text("#name-problem", "This name is taken.");
        });
    });
}
