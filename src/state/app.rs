//! What events need of the application.

/// What an event takes of the application, such as a pool of connections: given by [`States::app`](super::States::app).
///
/// ```
/// use serde::{Deserialize, Serialize};
/// use starmark::live::Tasks;
/// use starmark::prelude::*;
/// use starmark::state::{App, States};
///
/// #[derive(Clone, Default, Serialize, Deserialize, Signals, State)]
/// struct Orders { count: u32 }
///
/// #[events]
/// impl Orders {
///     #[event]
///     fn order(&mut self, App(tasks): App<Tasks>) {
///         self.count += 1;
///         tasks.spawn(async { /* Ask the bank … */ });
///     }
/// }
///
/// let states = States::new().app(Tasks::new()).state::<Orders>();
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct App<T>(pub T);
