//! The list as two tabs and another browser see it.

use axum::Router;
use starmark::guard::SameOrigin;
use starmark::testing::{Client, Error, Page};

use super::*;

const DRAFT: &str = "section > form input";

fn app() -> Router {
    let states = States::new().state::<Todos>();
    routes![page, list].layer(states).layer(SameOrigin::new())
}

async fn add(page: &mut Page, title: &str) -> Result<(), Error> {
    page.input(DRAFT, title).await?;
    page.click("section > form button").await
}

#[tokio::test]
async fn all_tabs_of_a_browser_show_the_list() -> Result<(), Error> {
    let app = app();
    let browser = Client::new(app.clone());
    let mut one = Page::open(&browser, "/").await?;
    let mut other = Page::open(&browser, "/").await?;
    let stranger = Page::open(&Client::new(app), "/").await?;
    add(&mut one, " Milk ").await?;
    assert_eq!(one.value(DRAFT), "");
    for tab in [&mut one, &mut other] {
        tab.follow(|tab| tab.text("#left") == "1 item left").await?;
        assert_eq!(tab.text("#todos li span"), "Milk");
    }
    assert_eq!(stranger.count("#todos li"), 0);
    Ok(())
}

#[tokio::test]
async fn items_are_done_and_cleared() -> Result<(), Error> {
    let mut page = Page::open(&Client::new(app()), "/").await?;
    for title in ["Milk", "Tea", "  "] {
        add(&mut page, title).await?;
    }
    page.follow(|page| page.count("#todos li") == 2).await?;
    page.check("#done-1", true).await?;
    page.follow(|page| page.count("span.done") == 1).await?;
    page.click("#clear").await?;
    page.follow(|page| page.text("#todos li span") == "Tea")
        .await?;
    page.check("#all", true).await?;
    page.follow(|page| page.text("#left") == "0 items left")
        .await
}
