//! A part of a page that shows a state.

use super::{Current, State, StateError};
use crate::live::{Live, View};

impl Live {
    /// Adds a part of the page that shows a state: `view` is called at once, and whenever the state changes.
    ///
    /// It is for what cannot be a signal, or is more than signals should carry, such as a list. Fields with
    /// `#[signals(skip)]` are there, too.
    ///
    /// ```
    /// use axum::response::IntoResponse;
    /// use serde::{Deserialize, Serialize};
    /// use starmark::live::Live;
    /// use starmark::prelude::*;
    /// use starmark::sse::Sse;
    /// use starmark::state::Current;
    ///
    /// #[derive(Clone, Default, Serialize, Deserialize, Signals, State)]
    /// struct Cart {
    ///     #[signals(skip)]
    ///     items: Vec<String>,
    /// }
    ///
    /// fn list(cart: &Cart) -> Markup {
    ///     html! { ul #items { @for item in &cart.items { li { (item) } } } }
    /// }
    ///
    /// #[route(get "/items", stream)]
    /// async fn items(cart: Current<Cart>) -> impl IntoResponse {
    ///     Sse::new(Live::new().state(&cart, |cart| list(cart)))
    /// }
    /// ```
    pub fn state<T, V>(
        self,
        current: &Current<T>,
        view: impl Fn(&Current<T>) -> V + Clone + Send + 'static,
    ) -> Self
    where
        T: State,
        V: View + Send + 'static,
    {
        let relay = current.states().relay().clone();
        let mut current = current.clone();
        let topic = current.key().topic().clone();
        self.region(&relay, topic, move || async move {
            current.reload().await?;
            Ok::<_, StateError>(view(&current))
        })
    }
}
